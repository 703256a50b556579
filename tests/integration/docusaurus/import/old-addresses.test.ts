import { beforeAll, describe, expect, test } from 'vitest'
import { withPayload } from '../../../support/postgres/payload'
import { importSite, ownSite } from '../sites'

const terbit = withPayload()
let movedAddress: (path: string) => Promise<string | undefined>

beforeAll(async () => {
  // The module loads the configuration, whose settings are only there now.
  movedAddress = (await import('@/content/articles/moved-address')).movedAddress
  await importSite(terbit.payload, ownSite)
})

describe('an address of the old site', () => {
  test.each([
    ['/blog/2024/05/01/seeds', '/en/blog/seeds'],
    ['/id/blog/2024/05/01/seeds', '/id/blog/seeds'],
    ['/blog/2024/05/01/seeds/', '/en/blog/seeds'],
    ['/blog/2024/05/01/seeds.html', '/en/blog/seeds'],
    ['/id/blog/2024/05/01/seeds/index.html', '/id/blog/seeds'],
    ['/blog/june', '/en/blog/june'],
    ['/id/blog/2024/07/03/hujan', '/id/blog/hujan'],
  ])('an address of the old site of a post leads to it: %s', async (from, to) => {
    expect(await movedAddress(from)).toBe(to)
  })

  test('an address of the old site of a post without a translation leads to the original', async () => {
    expect(await movedAddress('/id/blog/june')).toBe('/en/blog/june')
  })

  test('an address of the old site of a draft leads nowhere', async () => {
    expect(await movedAddress('/blog/2024/08/09/compost')).toBeUndefined()
  })

  test.each([
    ['/blog', '/en/blog'],
    ['/blog/', '/en/blog'],
    ['/blog/page/2', '/en/blog/page/2'],
    ['/id/blog/page/2/', '/id/blog/page/2'],
    ['/blog/archive', '/en/blog'],
    ['/id/blog/archive.html', '/id/blog'],
    ['/blog/tags', '/en/tags'],
    ['/id/blog/tags', '/id/tags'],
    ['/blog/tags/research', '/en/tags/research'],
    ['/id/blog/tags/penelitian/', '/id/tags/penelitian'],
    ['/blog/tags/garden/page/2', '/en/tags/garden/page/2'],
    ['/blog/authors', '/en/authors'],
    ['/id/blog/authors/bayu', '/id/authors/bayu'],
    ['/blog/rss.xml', '/en/rss.xml'],
    ['/id/blog/atom.xml', '/id/rss.xml'],
    ['/blog/feed.json', '/en/rss.xml'],
  ])('an address of the old site of a list leads to ours: %s', async (from, to) => {
    expect(await movedAddress(from)).toBe(to)
  })
})

test('a tag of another language leads to the tag in this one', async () => {
  expect(await movedAddress('/blog/tags/penelitian')).toBe('/en/tags/research')
})
