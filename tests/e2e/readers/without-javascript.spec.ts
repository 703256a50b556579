import { autonyms, locales, otherLocales } from '@/i18n/locales'
import { expect, test } from '../test'
import { words } from '../words'
import { magazine, pageTypes, sample } from './support/magazine'

test.use({ javaScriptEnabled: false })

for (const locale of locales) {
  const t = words(locale)
  const pages = pageTypes(locale)
  const menu = magazine.site.navigation

  test(`an article in ${locale} can be read without JavaScript`, async ({ page }) => {
    const text = sample.bilingual.texts[locale]
    const [opening = ''] = text?.markdown.split('\n').filter((line) => /^\p{L}[^*_`[\]]*$/u.test(line)) ?? []
    await page.goto(pages.article)
    await expect(page.getByRole('heading', { level: 1, name: text?.title ?? '' })).toBeVisible()
    await expect(page.getByText(opening.slice(0, 40)).first()).toBeVisible()
  })

  test(`the menu on a desktop in ${locale} works without JavaScript`, async ({ page }) => {
    for (const { label, href } of menu) {
      await page.goto(pages.home)
      await page
        .getByRole('navigation', { name: t('nav.label') })
        .getByRole('link', { name: label[locale], exact: true })
        .click()
      await expect(page).toHaveURL(href[locale])
    }
  })

  test(`the menu on a phone in ${locale} opens without JavaScript`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(pages.home)
    await page.getByText(t('nav.menu'), { exact: true }).click()
    const [first] = menu
    await page
      .getByRole('navigation', { name: t('nav.menu') })
      .getByRole('link', { name: first?.label[locale] ?? '', exact: true })
      .click()
    await expect(page).toHaveURL(first?.href[locale] ?? '')
  })

  for (const address of [`/${locale}/blog/none-of-ours`, `/${locale}/none/of/ours`]) {
    test(`${address} says that there is no page, without JavaScript`, async ({ page }) => {
      const answer = await page.goto(address)
      expect(answer?.status()).toBe(404)
      await expect(page.getByRole('heading', { level: 1, name: t('notFound.title') })).toBeVisible()
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
    })
  }

  for (const other of otherLocales(locale)) {
    test(`the switch from ${locale} to ${other} works without JavaScript`, async ({ page }) => {
      await page.goto(pages.article)
      await page.getByRole('banner').getByRole('link', { name: autonyms[other] }).click()
      await expect(page).toHaveURL(pageTypes(other).article)
    })
  }
}
