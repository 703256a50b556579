import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { withPayload } from '../../../support/postgres/payload'
import { copyOf, edit, importSite, ownSite, translations } from '../sites'

const terbit = withPayload()
let movedAddress: (path: string) => Promise<string | undefined>

beforeAll(async () => {
  movedAddress = (await import('@/content/articles/moved-address')).movedAddress
})

test('old addresses that name no language are in that of the old site', async () => {
  const dir = await copyOf(ownSite)
  await edit(dir, 'docusaurus.config.js', "defaultLocale: 'en'", "defaultLocale: 'id'")
  await rename(join(dir, translations, '2024-07-03-hujan.md'), join(dir, 'blog', '2024-07-03-hujan.md'))
  await importSite(terbit.payload, dir, { locales: ['id'] })
  expect(await movedAddress('/blog/2024/07/03/hujan')).toBe('/id/blog/hujan')
  expect(await movedAddress('/blog/tags')).toBe('/id/tags')
})
