import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Body } from '@/richtext/nodes'
import { plainText } from '@/richtext/plain-text'
import { runInProduct } from '../../support/product/product'
import { expect, test } from '../test'
import { bodyEditor, openArticle } from './support/panel'

const site = 'tests/fixtures/docusaurus-site'

test.use({ ignoredHosts: ['pictures.example', 'kebun.example'] })

/** The posts cover every construct, pictures beside a post, and a link that no page shows. */
const posts = [
  ['blog/2024-05-01-seeds.md', 'id', 'i18n/id/docusaurus-plugin-content-blog/2024-05-01-seeds.md'],
  ['blog/2024-06-02-garden/index.md', 'en', 'blog/2024-06-02-garden/index.md'],
  ['blog/2024-09-10-visit.md', 'en', 'blog/2024-09-10-visit.md'],
] as const

const answered = (page: Page, id: string) =>
  page.waitForResponse(
    (response) => response.request().method() === 'PATCH' && response.url().includes(`/api/articles/${id}`),
  )

// Three articles are each saved three times.
test.setTimeout(180_000)

test('imported articles that are saved in the editor without an edit are exported byte for byte', async ({
  admin,
  api,
  terbit,
}) => {
  await runInProduct(terbit, 'src/docusaurus/import-command.ts', [site])
  const draftOf = async (id: string, locale: 'id' | 'en') => {
    const { body } = await api.one('articles', id, { locale, query: { draft: 'true' } })
    return plainText(body as Body)
  }
  for (const [importPath, locale] of posts) {
    const query = { 'where[importPath][equals]': importPath }
    const [article] = await api.find('articles', { locale, query })
    const id = String(article?.id)
    const before = await draftOf(id, locale)
    await openArticle(admin, id, locale)
    // Types a letter and deletes it again, so that Lexical serializes the whole text and the panel saves drafts of
    // it.
    await bodyEditor(admin).press('Control+Home')
    for (const key of ['x', 'Backspace']) {
      const draft = answered(admin, id)
      await admin.keyboard.press(key)
      expect((await draft).status()).toBe(200)
    }
    expect(await draftOf(id, locale)).toBe(before)
    const publication = answered(admin, id)
    await admin.locator('#action-save').click()
    expect((await publication).status()).toBe(200)
  }
  const dir = await mkdtemp(join(tmpdir(), 'terbit-export-'))
  try {
    await runInProduct(terbit, 'src/docusaurus/export-command.ts', [dir])
    for (const [, , file] of posts) {
      expect(await readFile(join(dir, file), 'utf8')).toBe(await readFile(join(site, file), 'utf8'))
    }
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
})
