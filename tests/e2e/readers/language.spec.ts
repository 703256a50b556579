import { autonyms, locales, otherLocales } from '@/i18n/locales'
import { expect, test } from '../test'
import { words } from '../words'
import { articleHref, nowhere, pageTypes, sample } from './support/magazine'

for (const locale of locales) {
  for (const other of otherLocales(locale)) {
    const t = words(locale)

    for (const [type, path] of Object.entries(pageTypes(locale))) {
      test(`the switch from ${locale} to ${other} keeps the reader on the same page: ${type}`, async ({
        page,
      }) => {
        await page.goto(path)
        await page.getByRole('banner').getByRole('link', { name: autonyms[other] }).click()
        await expect(page).toHaveURL(pageTypes(other)[type as keyof ReturnType<typeof pageTypes>])
        await expect(page.locator('html')).toHaveAttribute('lang', other)
      })
    }

    test(`an article that is only in ${locale} says so, and leads to the articles in ${other}`, async ({
      page,
    }) => {
      const language = t(`language.names.${other}`)
      await page.goto(articleHref(locale === 'id' ? sample.indonesian : sample.english, locale))
      await expect(page.getByText(t('language.missing', { language })).first()).toBeVisible()
      await page.getByRole('link', { name: t('language.instead', { language }) }).click()
      await expect(page).toHaveURL(pageTypes(other).articles)
    })

    test.describe(`a browser that prefers ${locale}`, () => {
      test.use({ locale })

      test(`a browser that prefers ${locale} is led from the site's address to ${other} once its reader has chosen that`, async ({
        page,
      }) => {
        await page.goto('/')
        await expect(page).toHaveURL(pageTypes(locale).home)
        await page.getByRole('banner').getByRole('link', { name: autonyms[other] }).click()
        await expect(page).toHaveURL(pageTypes(other).home)
        await page.goto('/')
        await expect(page).toHaveURL(pageTypes(other).home)
      })
    })
  }

  test(`a page that is not there is a 404 in ${locale} below /${locale}`, async ({ page }) => {
    const answer = await page.goto(nowhere(locale))
    expect(answer?.status()).toBe(404)
    await expect(page.locator('html')).toHaveAttribute('lang', locale)
    await expect(page.getByRole('heading', { level: 1, name: words(locale)('notFound.title') })).toBeVisible()
  })

  test.describe(`a browser that prefers ${locale}`, () => {
    test.use({ locale })

    test(`a browser that prefers ${locale} is told in that language that a page is not there`, async ({
      page,
    }) => {
      const answer = await page.goto('/tidak-ada')
      expect(answer?.status()).toBe(404)
      await expect(page.locator('html')).toHaveAttribute('lang', locale)
      await expect(
        page.getByRole('heading', { level: 1, name: words(locale)('notFound.title') }),
      ).toBeVisible()
    })
  })
}

const preferences: [acceptLanguage: string, home: string][] = [
  ['en-GB,en;q=0.8', '/en'],
  ['id-ID,id;q=0.9,en;q=0.8', '/id'],
  ['fr, en;q=0.2, id;q=0.1', '/en'],
  ['fr', '/id'],
  ['*', '/id'],
]

for (const [acceptLanguage, home] of preferences) {
  test(`the site's address leads a browser that asks for ${acceptLanguage} to ${home}`, async ({
    request,
  }) => {
    const answer = await request.get('/', { headers: { 'Accept-Language': acceptLanguage }, maxRedirects: 0 })
    expect(answer.status()).toBe(307)
    expect(answer.headers().location).toBe(home)
  })
}

test("the redirect at the site's address is never kept as one language for everybody", async ({
  request,
}) => {
  const headers = (await request.get('/', { maxRedirects: 0 })).headers()
  expect(headers['cache-control']).toContain('no-store')
  expect(headers.vary).toMatch(/accept-language/i)
  expect(headers.vary).toMatch(/cookie/i)
})
