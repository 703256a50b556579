import { expect, test } from './test'
import { words } from './words'

for (const locale of ['id', 'en'] as const) {
  test.describe(`the home page in ${locale}`, () => {
    const t = words(locale)

    test('leads to the articles, the newest first', async ({ page }) => {
      await page.goto(`/${locale}`)
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      await page.getByRole('link', { name: t('home.more') }).click()
      await expect(page.getByRole('heading', { level: 1, name: t('articles.title') })).toBeVisible()
    })
  })
}
