import { locales, otherLocales } from '@/i18n/locales'
import { hrefFor } from '@/site/hrefs'
import { expect, test } from '../test'
import { words } from '../words'
import { complaintsOfAxe } from './support/axe'
import { articleHref, pageTypes, sample } from './support/magazine'

for (const locale of locales) {
  const t = words(locale)
  const title = sample.bilingual.texts[locale]?.title ?? ''
  const search = hrefFor({ page: 'search', locale })
  const pages = pageTypes(locale)

  test.describe(`without JavaScript in ${locale}`, () => {
    test.use({ javaScriptEnabled: false })

    test(`a reader without JavaScript searches in ${locale} from any page by keyboard, and opens what was found`, async ({
      page,
    }) => {
      await page.goto(hrefFor({ page: 'articles', locale }))
      await page.getByRole('link', { name: t('search.open'), exact: true }).press('Enter')
      const field = page.getByRole('searchbox', { name: t('search.label') })
      await field.fill(title)
      await field.press('Enter')
      await expect(page.getByRole('status')).toHaveText(/\d/)
      await page
        .getByRole('region', { name: t('search.results') })
        .getByRole('link', { name: title })
        .first()
        .click()
      await expect(page).toHaveURL(articleHref(sample.bilingual, locale))
    })
  })

  test(`the search answers while it is typed in ${locale}, and marks what was looked for`, async ({
    page,
  }) => {
    const [word = ''] = title.match(/\p{L}{6,}/u) ?? []
    await page.goto(search)
    await page.getByRole('searchbox').pressSequentially(word.slice(0, -1))
    await expect(
      page
        .getByRole('region', { name: t('search.results') })
        .getByText(word)
        .first(),
    ).toBeVisible()
    await expect(page.locator('mark').first()).toBeVisible()
    await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(word.slice(0, -1))}`))
  })

  test(`the search leads in ${locale} to the topic, the author and the project that are called as was asked`, async ({
    page,
  }) => {
    const tag = sample.tag.name[locale]
    const called = {
      [tag]: pages.tag,
      [sample.author.name]: pages.author,
      [sample.project.name]: pages.project,
    }
    for (const [name, address] of Object.entries(called)) {
      await page.goto(hrefFor({ page: 'search', locale, asked: { question: name } }))
      const named = page.getByRole('navigation', { name: t('search.named') })
      await named.getByRole('link', { name }).first().click()
      await expect(page).toHaveURL(address)
    }
  })

  test(`the search says in ${locale} that nothing was found, and offers the other language`, async ({
    page,
  }) => {
    const [other = locale] = otherLocales(locale)
    await page.goto(hrefFor({ page: 'search', locale, asked: { question: 'zzyzx' } }))
    await expect(page.getByText(t('search.none', { question: 'zzyzx' }))).toBeVisible()
    await page
      .getByRole('link', { name: t('search.elsewhere', { language: t(`language.names.${other}`) }) })
      .click()
    await expect(page).toHaveURL(hrefFor({ page: 'search', locale: other, asked: { question: 'zzyzx' } }))
  })

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on the answers to a search in ${locale}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      for (const question of ['', title]) {
        await page.goto(hrefFor({ page: 'search', locale, asked: { question } }))
        expect(await complaintsOfAxe(page)).toEqual([])
      }
    })
  }

  test(`the answers in ${locale} keep within 320 px, and out of search engines`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(hrefFor({ page: 'search', locale, asked: { question: title } }))
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
  })
}

test('a search address that no reader would write is answered with a page', async ({ request }) => {
  const addresses = [
    '?q[]=a&q=b',
    '?q=%00%00',
    '?q=a&page=-1&year=abc&tag=%27',
    `?q=${'%22-('.repeat(500)}`,
    '?q=%F0%9F',
  ]
  for (const address of addresses)
    expect.soft((await request.get(`/id/search${address}`)).status(), address).toBe(200)
})
