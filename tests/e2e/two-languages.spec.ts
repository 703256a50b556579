import { autonyms, type Locale } from '@/i18n/locales'
import { hrefFor } from '@/site/hrefs'
import { runInProduct } from '../support/product/product'
import { begun, bodyEditor, newArticle, openArticle } from './admin/support/panel'
import { expect, test } from './test'

test('an editor writes in Indonesian and in English, publishes one, then the other, and a reader switches', async ({
  api,
  editor,
  page,
}) => {
  const name = Date.now()
  const indonesian = `Catatan dari dapur ${name}`
  const english = `Notes from the kitchen ${name}`
  const addresses = {
    id: hrefFor({ page: 'article', locale: 'id', slug: `catatan-dari-dapur-${name}` }),
    en: hrefFor({ page: 'article', locale: 'en', slug: `notes-from-the-kitchen-${name}` }),
  }

  await newArticle(editor, 'id')
  await editor.locator('#field-title').fill(indonesian)
  const id = await begun(editor)
  const draftIn = (locale: Locale) => async () =>
    JSON.stringify(await api.one('articles', id, { locale, query: { draft: 'true' } }))
  await bodyEditor(editor).click()
  await editor.keyboard.type('Air mendidih, kopi menunggu.')
  await expect.poll(draftIn('id')).toContain('kopi menunggu.')

  await openArticle(editor, id, 'en')
  await editor.locator('#field-title').fill(english)
  await bodyEditor(editor).click()
  await editor.keyboard.type('The water boils, the coffee waits.')
  await expect.poll(draftIn('en')).toContain('coffee waits.')

  await openArticle(editor, id, 'id')
  await editor.locator('#action-save').click()
  await expect.poll(async () => (await page.goto(addresses.id))?.status()).toBe(200)
  await expect(page.getByText('Air mendidih, kopi menunggu.')).toBeVisible()
  expect((await page.goto(addresses.en))?.status()).toBe(404)

  await openArticle(editor, id, 'en')
  await editor.locator('#action-save').click()
  await expect.poll(async () => (await page.goto(addresses.en))?.status()).toBe(200)

  await page.goto(addresses.id)
  await page.getByRole('banner').getByRole('link', { name: autonyms.en }).click()
  await expect(page).toHaveURL(addresses.en)
  await expect(page.getByText('The water boils, the coffee waits.')).toBeVisible()
})

test.describe('an imported blog', () => {
  test.use({ ignoredHosts: ['pictures.example', 'kebun.example'] })

  test('an imported blog is seen on the pages, in both languages and at its old addresses', async ({
    page,
    terbit,
  }) => {
    await runInProduct(terbit, 'src/docusaurus/import-command.ts', ['tests/fixtures/docusaurus-site'])
    for (const locale of ['id', 'en'] as const) {
      const address = hrefFor({ page: 'article', locale, slug: 'seeds' })
      await expect.poll(async () => (await page.goto(address))?.status()).toBe(200)
      await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty()
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
    }
    await page.goto('/blog/2024/05/01/seeds/')
    await expect(page).toHaveURL(hrefFor({ page: 'article', locale: 'en', slug: 'seeds' }))
  })
})
