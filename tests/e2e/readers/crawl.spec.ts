import { join } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { HtmlValidate } from 'html-validate'
import { corpusFolder } from '../../support/corpus'
import { demonstration } from '../../support/demonstration'
import { runInProduct, startProduct } from '../../support/product'
import { expect, test } from '../test'
import { type Page, pageOf } from './crawled-page'
import { complaintsOfFeed } from './feeds'

test.setTimeout(600_000)

/** What is checked by nothing else; how the HTML is laid out, and what a reader types, is nobody's business. */
const htmlRules = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // React writes them so, and they are right.
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

test('every page of the magazine and of an imported blog is valid, links to what is there, and names its other language', async () => {
  const installation = await demonstration()
  const corpus = corpusFolder()
  const blog = corpus ? join(corpus, 'docusaurus') : 'tests/fixtures/docusaurus-site'
  await runInProduct(installation, 'src/docusaurus/import-command.ts', [blog])
  const running = await startProduct(installation)
  try {
    const { pages, complaints } = await crawl(installation.origin)
    const listed = await listedIn(installation.origin)
    complaints.push(...(await complaintsOfFeeds(pages)))
    // Last, and all at once: it takes so long that connections would be closed meanwhile.
    for (const page of pages.values()) complaints.push(...complaintsOf(page, pages))
    for (const page of pages.values()) {
      const wanted = page.canonical === page.url && !page.hidden
      if (wanted && !/\/page\/\d+$/.test(page.url) && !listed.has(page.url))
        complaints.push(`${page.url} is in no sitemap`)
    }
    for (const address of listed)
      if (!pages.has(address)) complaints.push(`${address} is in a sitemap, and no page leads to it`)
    expect([...new Set(complaints)]).toEqual([])
    expect(pages.size).toBeGreaterThan(60)
  } finally {
    await running.stop()
    await installation.remove()
  }
})

/** Every page that a reader reaches by links, and whatever did not answer with 200. */
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
    if (!other) wrong.push(`${page.url} names ${address} as ${language}, which is no page`)
    else if (JSON.stringify(other.alternates) !== JSON.stringify(page.alternates))
      wrong.push(`${page.url} and ${address} do not name each other`)
  }
  for (const fragment of page.fragments)
    if (!page.ids.has(fragment)) wrong.push(`${page.url} links to #${fragment}, which it does not have`)
  for (const json of page.jsonLd)
    if (json['@context'] !== 'https://schema.org') wrong.push(`${page.url}: JSON-LD of nothing`)
  return wrong
}

const excerpt = (html: string, line: number, column: number) =>
  html.split('\n')[line - 1]?.slice(Math.max(0, column - 30), column + 50)

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
