import { readFile, writeFile } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fetchPicture } from '@/docusaurus/import/pictures/fetch-picture'
import { rootChildren } from '@/richtext/children'
import type { Body } from '@/richtext/nodes'
import { withPayload } from '../../../support/postgres/payload'
import { forgetEverything } from '../everything'
import { publishedArticle } from '../shown'
import { copyOf, edit, importSite, ownSite, places } from '../sites'

const terbit = withPayload()
const june = 'blog/2024-06-02-garden/index.md'
const types = new Set(['image/png'])
let server: Server
let origin: string
let picture: Buffer
let asked: string[]

const answers: Record<string, (response: ServerResponse) => void> = {
  '/bee.png': (response) => response.setHeader('content-type', 'image/png').end(picture),
  '/moved.png': (response) => response.writeHead(302, { location: '/bee.png' }).end(),
  '/round.png': (response) => response.writeHead(302, { location: '/round.png' }).end(),
  '/inward.png': (response) => response.writeHead(302, { location: 'http://[::1]:1/a.png' }).end(),
  '/to-a-file.png': (response) => response.writeHead(302, { location: 'file:///etc/hostname' }).end(),
  '/page.png': (response) => response.setHeader('content-type', 'text/html').end('<p>'),
  '/large.png': (response) => response.setHeader('content-type', 'image/png').end(Buffer.alloc(2_000)),
  '/never.png': (response) => response.setHeader('content-type', 'image/png').write('a'),
}

beforeAll(async () => {
  picture = await readFile(join(ownSite, 'static/img/tray.png'))
  server = createServer(({ url = '' }, response) => {
    asked.push(url)
    const answer = answers[url]
    if (answer) answer(response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.closeAllConnections())
beforeEach(async () => {
  asked = []
  await forgetEverything(terbit.payload)
})

const loopback = { allows: (address: string) => address === '127.0.0.1' }

/** A copy of our site in which a post shows a picture of the server, in its text and as its own picture. */
async function siteWith(address: string) {
  const dir = await copyOf(ownSite)
  await edit(dir, june, 'image: ./bed.png', `image: ${address}`)
  const post = await readFile(join(dir, june), 'utf8')
  await writeFile(join(dir, june), `${post}\n![A bee](${address})\n`)
  return dir
}

async function pictureIn(locale: 'en', address: string) {
  const article = await publishedArticle(terbit.payload, june, locale)
  const fields = rootChildren(article?.body as Body).flatMap((node) =>
    node.type === 'block' && node.fields.blockType === 'image' ? [node.fields] : [],
  )
  return { hero: article?.hero, inText: fields.find((one) => one.address === address) }
}

describe('pictures on other hosts', () => {
  test('pictures on other hosts are asked for by readers alone, unless the import is told to take them', async () => {
    await importSite(terbit.payload, await siteWith(`${origin}/bee.png`))
    expect(asked).toEqual([])
  })

  test('pictures on other hosts are taken into the media library once, and keep the address that the file writes', async () => {
    const address = `${origin}/bee.png`
    const dir = await siteWith(address)
    await importSite(terbit.payload, dir, { fetchImages: loopback })
    expect(asked).toEqual(['/bee.png'])
    const { hero, inText } = await pictureIn('en', address)
    expect(hero).toMatchObject({ address, picture: expect.any(String) })
    expect(inText).toMatchObject({ address, alt: 'A bee', picture: hero?.picture })
    const again = await importSite(terbit.payload, dir, { fetchImages: loopback })
    expect([asked.length, again.unchanged]).toEqual([1, 6])
  })

  test('pictures on other hosts stay taken when their file changes and is imported without them', async () => {
    const address = `${origin}/bee.png`
    const dir = await siteWith(address)
    await importSite(terbit.payload, dir, { fetchImages: loopback })
    await edit(dir, june, 'nobody else did', 'nobody else could')
    await importSite(terbit.payload, dir)
    const { hero, inText } = await pictureIn('en', address)
    expect([hero?.picture, inText?.picture]).toEqual([expect.any(String), expect.any(String)])
  })

  test('pictures on other hosts on this machine are not asked for: a warning by file and line, and the post goes in', async () => {
    const report = await importSite(terbit.payload, await siteWith(`${origin}/bee.png`), {
      fetchImages: {},
    })
    expect(asked).toEqual([])
    expect(places(report.warnings)).toContain(`${june}:8 picture-not-fetched`)
    expect(report.created).toBe(6)
  })
})

describe('a picture', () => {
  const fetched = (path: string, rules = {}) =>
    fetchPicture(`${origin}${path}`, types, { ...loopback, ...rules })

  test('a picture on another host comes by way of a redirect', async () => {
    expect(await fetched('/moved.png')).toEqual({ bytes: picture, type: 'image/png' })
  })

  test.each([
    ['/lost.png', 'found 404'],
    ['/round.png', 'at most 5 redirects'],
    ['/inward.png', 'public Internet, found ::1'],
    ['/to-a-file.png', 'found file:'],
    ['/page.png', 'the type `text/html`'],
    ['/large.png', 'at most 1000 bytes'],
    ['/never.png', 'within 0.3 seconds'],
  ])('a picture does not come from %s', async (path, reason) => {
    await expect(fetched(path, { mostBytes: 1_000, deadline: 300 })).rejects.toThrow(reason)
  })

  test.each([
    'http://localhost/a.png',
    'http://2130706433/a.png',
    'http://0x7f.1/a.png',
    'http://[::ffff:10.0.0.1]/a.png',
    'http://169.254.169.254/latest/meta-data',
    'http://user:word@example.org/a.png',
    'ftp://example.org/a.png',
  ])('a picture is never asked for at %s', async (address) => {
    await expect(fetchPicture(address, types)).rejects.toThrow(/public Internet|without a user name|http/)
  })
})
