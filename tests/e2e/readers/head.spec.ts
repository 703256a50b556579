import type { APIRequestContext, Page } from '@playwright/test'
import sharp from 'sharp'
import { locales } from '@/i18n/locales'
import { expect, test } from '../test'
import { articleHref, nowhere, pageTypes, sample } from './support/magazine'

/** Returns the languages that a page names as alternates, with their addresses. */
const alternatesOf = (page: Page) =>
  page
    .locator('link[rel="alternate"][hreflang]')
    .evaluateAll((links) =>
      Object.fromEntries(links.map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')])),
    )

const meta = (page: Page, property: string) =>
  page.locator(`meta[property="${property}"]`).getAttribute('content')

for (const [type, path] of Object.entries(pageTypes('id'))) {
  test(`both languages of a page name each other and the same default: ${type}`, async ({ page, terbit }) => {
    const english = pageTypes('en')[type as keyof ReturnType<typeof pageTypes>]
    const expected = {
      id: terbit.origin + path,
      en: terbit.origin + english,
      'x-default': terbit.origin + path,
    }
    for (const address of [path, english]) {
      await page.goto(address)
      expect(await alternatesOf(page)).toEqual(expected)
      await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', terbit.origin + address)
    }
  })
}

test('a page in one language names no other', async ({ page }) => {
  for (const [article, locale] of [
    [sample.indonesian, 'id'],
    [sample.english, 'en'],
  ] as const) {
    await page.goto(articleHref(article, locale))
    expect(await alternatesOf(page)).toEqual({})
  }
})

for (const locale of locales) {
  for (const [type, path] of Object.entries(pageTypes(locale))) {
    test(`a page has a card of the declared size and a description: ${type} in ${locale}`, async ({
      page,
      request,
      terbit,
    }) => {
      await page.goto(path)
      const address = (await meta(page, 'og:image')) ?? ''
      expect(new URL(address).origin).toBe(terbit.origin)
      expect(await meta(page, 'og:image:alt')).toMatch(/\S/)
      const { width, height, format } = await pictureAt(request, address)
      expect({ width: String(width), height: String(height), format }).toEqual({
        width: await meta(page, 'og:image:width'),
        height: await meta(page, 'og:image:height'),
        format: 'png',
      })
      expect([width, height]).toEqual([1200, 630])
      expect(await meta(page, 'og:image:type')).toBe('image/png')
      await expect(page.locator('meta[name="twitter:card"]')).toHaveAttribute(
        'content',
        'summary_large_image',
      )
      await expect(page.locator('meta[name="description"]')).toHaveAttribute('content', /\S/)
    })
  }

  test(`a page that is not there asks not to be indexed in ${locale}`, async ({ page }) => {
    await page.goto(nowhere(locale))
    await expect(page.locator('meta[name="robots"]').first()).toHaveAttribute('content', /noindex/)
    expect(await alternatesOf(page)).toEqual({})
  })
}

async function pictureAt(request: APIRequestContext, address: string) {
  const answer = await request.get(address)
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-type']).toBe('image/png')
  return sharp(await answer.body()).metadata()
}
