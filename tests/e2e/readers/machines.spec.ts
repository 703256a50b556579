import type { Page } from '@playwright/test'
import { locales } from '@/i18n/locales'
import { hrefFor } from '@/site/hrefs'
import { expect, test } from '../test'
import { articleHref, everyArticle, magazine, nowhere, pageTypes, sample } from './support/magazine'

/**
 * Returns the texts of the elements that a selector finds in an XML document. Fails if the document is not
 * well-formed.
 */
async function textsIn(page: Page, path: string, selector: string): Promise<string[]> {
  const xml = await (await page.request.get(path)).text()
  // Trusted Types forbid pages of the site to parse strings.
  await page.goto('about:blank')
  const { error, texts } = await page.evaluate(
    ([source = '', query = '']) => {
      const parsed = new DOMParser().parseFromString(source, 'application/xml')
      return {
        error: parsed.querySelector('parsererror')?.textContent ?? '',
        texts: [...parsed.querySelectorAll(query)].map((element) => element.textContent ?? ''),
      }
    },
    [xml, selector],
  )
  expect(error).toBe('')
  return texts
}

for (const locale of locales) {
  test(`the feed in ${locale} is well-formed and holds every article of the language, newest first`, async ({
    page,
  }) => {
    const titles = magazine.articles
      .flatMap(({ texts }) => texts[locale] ?? [])
      .sort((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt))
      .map(({ title }) => title)
    expect(await textsIn(page, hrefFor({ page: 'rss', locale }), 'rss > channel > item > title')).toEqual(
      titles,
    )
  })
}

test('the sitemap is well-formed and names every page of both languages once', async ({ page, terbit }) => {
  const files = await textsIn(page, '/sitemap.xml', 'sitemapindex > sitemap > loc')
  const lists: string[][] = []
  for (const file of files) lists.push(await textsIn(page, file, 'urlset > url > loc'))
  const addresses = lists.flat()
  const expected = locales.flatMap((locale) => [...Object.values(pageTypes(locale)), ...everyArticle(locale)])
  expect(addresses).toEqual(
    expect.arrayContaining([...new Set(expected)].map((path) => terbit.origin + path)),
  )
  expect(new Set(addresses).size).toBe(addresses.length)
})

test('the sitemap has the pictures of articles', async ({ page, request }) => {
  const [image = ''] = await textsIn(page, '/id/sitemap/1.xml', 'url > image > loc')
  expect((await request.get(image)).headers()['content-type']).toMatch(/^image\//)
})

test('llms.txt leads to articles as Markdown, each of which names its page', async ({ request, terbit }) => {
  const text = await (await request.get('/llms.txt')).text()
  const href = articleHref(sample.bilingual, 'id')
  expect(text).toContain(`${terbit.origin}${href}.md`)
  const answer = await request.get(`${href}.md`)
  expect(answer.headers()['content-type']).toBe('text/markdown; charset=utf-8')
  expect(answer.headers().link).toBe(`<${terbit.origin}${href}>; rel="canonical"`)
  expect(await answer.text()).toContain(`# ${sample.bilingual.texts.id?.title}`)
  expect((await request.get('/id/blog/tidak-ada.md')).status()).toBe(404)
})

test('robots.txt names the sitemap and keeps the admin panel out', async ({ request, terbit }) => {
  const text = await (await request.get('/robots.txt')).text()
  expect(text).toContain(`Sitemap: ${terbit.origin}/sitemap.xml`)
  expect(text).toMatch(/^Disallow: \/admin/m)
})

test('pages and machines’ files carry security headers and say nothing of what made them', async ({
  request,
}) => {
  const paths = locales.flatMap((locale) => [
    ...Object.values(pageTypes(locale)),
    hrefFor({ page: 'rss', locale }),
    hrefFor({ page: 'search', locale }),
    nowhere(locale),
  ])
  for (const path of [...paths, '/', '/sitemap.xml', '/robots.txt', '/tidak-ada']) {
    const headers = (await request.get(path, { maxRedirects: 0 })).headers()
    expect.soft(headers['x-content-type-options'], path).toBe('nosniff')
    expect.soft(headers['referrer-policy'], path).toBe('strict-origin-when-cross-origin')
    expect.soft(headers['x-frame-options'], path).toBe('SAMEORIGIN')
    for (const name of ['x-powered-by', 'accept-ch', 'critical-ch'])
      expect.soft(headers[name], `${name} of ${path}`).toBeUndefined()
  }
})

test('the live and ready addresses answer 200 while the database is there', async ({ request }) => {
  expect((await request.get('/health/live')).status()).toBe(200)
  expect((await request.get('/health/ready')).status()).toBe(200)
})
