import { join } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { HtmlValidate } from 'html-validate'
import { type Locale, locales } from '@/i18n/locales'
import { firstView } from '../../support/browser/first-view'
import { runInProduct, startProduct } from '../../support/product/product'
import { corpusFolder } from '../../support/samples/corpus'
import { demonstration } from '../../support/samples/demonstration'
import { test as base, expect } from '../test'
import { complaintsOfAxe } from './support/axe'
import { type Page, pageOf } from './support/crawled-page'
import { complaintsOfFeed } from './support/feeds'
import { complaintsOfLighthouse } from './support/lighthouse'
import { everyArticle, pageTypes } from './support/magazine'

/** Rules that no other check covers. The layout of the HTML and the words of authors are not checked. */
const htmlRules = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // React writes these attributes and elements so, and they are valid.
    'attribute-boolean-style': 'off',
    'doctype-style': 'off',
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    'no-inline-style': 'off',
    'script-type': 'off',
    'tel-non-breaking': 'off',
    'valid-id': ['error', { relaxed: true }],
  },
})

base.setTimeout(600_000)

/** The magazine together with an imported blog. None of these tests changes them. */
const test = base.extend<object, { origin: string }>({
  origin: [
    async ({}, use) => {
      const installation = await demonstration()
      const corpus = corpusFolder()
      const blog = corpus ? join(corpus, 'docusaurus') : 'tests/fixtures/docusaurus-site'
      await runInProduct(installation, 'src/docusaurus/import-command.ts', [blog])
      const running = await startProduct(installation)
      await use(installation.origin)
      await running.stop()
      await installation.remove()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
})

test('every page is valid, links to what is there, and names its other language', async ({ origin }) => {
  const { pages, complaints } = await crawl(origin)
  const listed = await listedIn(origin)
  complaints.push(...(await complaintsOfFeeds(pages)))
  // This comes last, without interruption, because it takes so long that connections would be closed meanwhile.
  for (const page of pages.values()) complaints.push(...complaintsOf(page, pages))
  for (const page of pages.values()) {
    const wanted = page.canonical === page.url && !page.hidden
    if (wanted && !/\/page\/\d+$/.test(page.url) && !listed.has(page.url))
      complaints.push(`${page.url} is in no sitemap`)
  }
  for (const address of listed)
    if (!pages.has(address)) complaints.push(`${address} is in a sitemap, but no page links to it`)
  expect([...new Set(complaints)]).toEqual([])
  expect(pages.size).toBeGreaterThan(60)
})

for (const locale of locales) {
  test(`Lighthouse finds nothing on any type of page in ${locale}`, async ({ origin }) => {
    const own = Object.values(pageTypes(locale)).map((path) => origin + path)
    const imported = await importedIn(origin, locale)
    const search = { url: `${origin}/${locale}/search?q=data`, hidden: true }
    const pages = [...own, ...imported.slice(0, 2)].map((url) => ({ url }))
    expect(await complaintsOfLighthouse([...pages, search])).toEqual([])
  })
}

for (const locale of locales)
  test(`imported articles in ${locale} give axe nothing to find, and ask for little and of nobody`, async ({
    origin,
    browser,
  }) => {
    for (const url of await importedIn(origin, locale)) {
      const written: string[] = []
      let italic = false
      const { share, elsewhere } = await firstView(browser, url, async (page) => {
        written.push(...(await page.locator('img').evaluateAll(addressesOf)))
        italic = await page.locator('.prose').locator('em, i, cite, blockquote').evaluateAll(inView)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          expect.soft(await complaintsOfAxe(page), `${url}, ${colorScheme}`).toEqual([])
        }
      })
      expect
        .soft(
          elsewhere.filter((address) => !written.includes(address)),
          url,
        )
        .toEqual([])
      expect.soft(share('Script').files, url).toBe(0)
      expect.soft(share('Font').files, url).toBeLessThanOrEqual(italic ? 3 : 2)
      expect.soft(share().bytes, url).toBeLessThan(200 * 1024)
    }
  })

/** Returns every page that a reader reaches by links, and a complaint for each response that is not 200. */
async function crawl(origin: string): Promise<{ pages: Map<string, Page>; complaints: string[] }> {
  const pages = new Map<string, Page>()
  const complaints: string[] = []
  const seen = new Set<string>()
  const queue = [
    { url: `${origin}/id`, from: 'the reader' },
    { url: `${origin}/en`, from: 'the reader' },
  ]
  for (let next = queue.shift(); next; next = queue.shift()) {
    const { url, from } = next
    if (seen.has(url)) continue
    seen.add(url)
    const answer = await fetch(url, { redirect: 'manual' })
    const text = await answer.text()
    if (answer.status !== 200) complaints.push(`${url} answers ${answer.status}, linked from ${from}`)
    if (answer.status !== 200 || !answer.headers.get('content-type')?.startsWith('text/html')) continue
    const page = pageOf(url, fromHtml(text), text)
    pages.set(url, page)
    for (const link of page.links)
      if (link.startsWith(`${origin}/`) && !/\/(admin|search)\b/.test(link))
        queue.push({ url: link, from: url })
  }
  return { pages, complaints }
}

function complaintsOf(page: Page, pages: Map<string, Page>): string[] {
  const wrong: string[] = []
  const { results } = htmlRules.validateStringSync(page.html)
  for (const { messages } of results)
    for (const { ruleId, message, line, column } of messages)
      wrong.push(`${page.url}: ${ruleId}: ${message} (${excerpt(page.html, line, column)})`)
  for (const [language, address] of Object.entries(page.alternates)) {
    const other = pages.get(address)
    if (!other)
      wrong.push(`${page.url} names ${address} as its version in ${language}, but there is no such page`)
    else if (JSON.stringify(other.alternates) !== JSON.stringify(page.alternates))
      wrong.push(`${page.url} and ${address} do not name each other`)
  }
  for (const fragment of page.fragments)
    if (!page.ids.has(fragment)) wrong.push(`${page.url} links to #${fragment}, but has no such id`)
  for (const json of page.jsonLd)
    if (json['@context'] !== 'https://schema.org')
      wrong.push(`${page.url}: JSON-LD without the context https://schema.org`)
  return wrong
}

const excerpt = (html: string, line: number, column: number) =>
  html.split('\n')[line - 1]?.slice(Math.max(0, column - 30), column + 50)

const addressesOf = (images: Element[]): string[] => images.map((image) => (image as HTMLImageElement).src)

const inView = (elements: Element[]): boolean =>
  elements.some((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return top < innerHeight && bottom > 0
  })

/** Returns the addresses of the articles that are not in the magazine. */
async function importedIn(origin: string, locale: Locale): Promise<string[]> {
  const magazine = new Set(everyArticle(locale).map((path) => origin + path))
  const imported = [...(await listedIn(origin))].filter(
    (url) => url.startsWith(`${origin}/${locale}/blog/`) && !magazine.has(url),
  )
  expect(imported.length).toBeGreaterThan(0)
  return imported
}

async function listedIn(origin: string): Promise<Set<string>> {
  const locations = (xml: string) =>
    [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address)
  const files = locations(await (await fetch(`${origin}/sitemap.xml`)).text())
  const lists = await Promise.all(files.map(async (file) => locations(await (await fetch(file)).text())))
  return new Set(lists.flat())
}

async function complaintsOfFeeds(pages: Map<string, Page>): Promise<string[]> {
  const feeds = new Map(
    [...pages.values()].flatMap((page) => page.feeds.map(({ href, type }) => [href, type] as const)),
  )
  const wrong = await Promise.all(
    [...feeds].map(async ([href, type]) => {
      const answer = await fetch(href)
      if (answer.status !== 200 || !answer.headers.get('content-type')?.startsWith(type))
        return [`${href} answers ${answer.status} as ${answer.headers.get('content-type')}`]
      return complaintsOfFeed(type, href, await answer.text())
    }),
  )
  return wrong.flat()
}
