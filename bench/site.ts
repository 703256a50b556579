import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { fromHtml } from 'hast-util-from-html'
import { toHtml } from 'hast-util-to-html'
import { freePort } from '@/database/embedded/postgres-process'
import { locales } from '@/i18n/locales'
import { hrefFor } from '@/site/hrefs'
import { elementsIn } from '../tests/e2e/readers/support/crawled-page'
import { pageTypes } from '../tests/e2e/readers/support/magazine'
import { chromiumLaunch } from '../tests/support/browser/chromium'
import { type FirstView, firstView, type Share } from '../tests/support/browser/first-view'
import { Api } from '../tests/support/product/api'
import { createInstallation, runInProduct, startProduct } from '../tests/support/product/product'
import { corpusFolder } from '../tests/support/samples/corpus'
import { figuresTable } from './measuring/figures'
import { machine } from './measuring/machine'
import { lighthouseScores, type Scores } from './site/page-scores'
import { buildDocusaurus, installDocusaurus, serveNextPage, serveStatically } from './site/peers'
import { ratesOf } from './site/rates'

/**
 * `npm run bench:site` compares three ways to serve the article in `seed`, in Indonesian, from the shared corpus: ours,
 * the same blog built by Docusaurus and served as files, and a page of Next with only the article's HTML. It measures
 * what a browser fetches, the answers per second and Lighthouse's scores. The first run installs Docusaurus.
 */
const corpus = corpusFolder()
if (!corpus) throw new Error('Expected the shared corpus. Name its folder in TERBIT_CORPUS.')
const blog = join(corpus, 'docusaurus')
const seed = {
  title: 'Desentralisasi AI: Sebuah Tinjauan',
  address: '/id/blog/2024/05/11/decentralizing-ai-overview',
}
const say = (step: string) => process.stderr.write(`${step} …\n`)

const folder = await mkdtemp(join(tmpdir(), 'terbit-site-'))
const installation = await createInstallation()
const stops: (() => Promise<void>)[] = []

try {
  say('Starting the product and importing the corpus')
  const product = await startProduct(installation)
  stops.push(product.stop)
  await runInProduct(installation, 'src/docusaurus/import-command.ts', [blog])
  const ours = await articleAddress()
  say('Building with Docusaurus')
  await installDocusaurus()
  await cp(blog, join(folder, 'blog'), { recursive: true })
  const started = performance.now()
  await buildDocusaurus(join(folder, 'blog'), join(folder, 'out'))
  const rebuild = (performance.now() - started) / 1000
  const files = await serveStatically(join(folder, 'out'))
  stops.push(files.stop)
  say('Building the page of Next')
  await writeFile(join(folder, 'article.json'), JSON.stringify(await articleIn(ours)))
  const bare = await serveNextPage(join(folder, 'article.json'), await freePort())
  stops.push(bare.stop)
  const rows = [
    { what: 'Terbit', url: ours },
    { what: 'Docusaurus, as files', url: files.origin + seed.address },
    { what: 'a bare page of Next', url: bare.origin },
  ]
  const urls = rows.map(({ url }) => url)

  say('Weighing')
  const browser = await chromium.launch(await chromiumLaunch())
  const views: FirstView[] = []
  for (const url of urls) views.push(await firstView(browser, url))
  await browser.close()
  say('Asking for answers')
  const rates = await ratesOf(urls, 5)
  say('Asking Lighthouse')
  const articles = await lighthouseScores(
    urls.map((url) => ({ url })),
    3,
  )
  const types = locales.flatMap((locale) => [
    ...Object.entries(pageTypes(locale)).map(([type, path]) => ({ type: `${type}, ${locale}`, path })),
    {
      type: `search, ${locale}`,
      path: hrefFor({ page: 'search', locale, asked: { question: 'data' } }),
      hidden: true,
    },
  ])
  const scores = await lighthouseScores(
    types.map(({ path, ...rest }) => ({ ...rest, url: installation.origin + path })),
    3,
  )

  console.log(`${JSON.stringify(machine(['next', 'lighthouse', 'autocannon']))}\n`)
  console.log(
    figuresTable(
      ['the article', 'files', 'bytes', 'scripts', 'fonts', 'pictures', 'elsewhere', 'answers a second'],
      rows.map(({ what }, index) => {
        const view = views[index]
        return [what, ...(view ? cellsOf(view) : []), (rates[index] ?? Number.NaN).toFixed(0)]
      }),
    ),
  )
  const [own = Number.NaN, , next = Number.NaN] = rates
  console.log(`\nAnswers a second beside the bare page: ${(own / next).toFixed(2)}`)
  console.log(`Docusaurus builds both languages in ${rebuild.toFixed(0)} s.\n`)
  const head = ['Lighthouse, phone', 'performance', 'accessibility', 'best practices', 'SEO']
  const named = rows.map(({ what, url }) => scoreRow(`the article: ${what}`, articles.get(url)))
  const others = types.map(({ type, path }) => scoreRow(type, scores.get(installation.origin + path)))
  console.log(figuresTable(head, [...named, ...others]))
} finally {
  for (const stop of stops.reverse()) await stop()
  await installation.remove()
  await rm(folder, { recursive: true, force: true })
}

async function articleAddress(): Promise<string> {
  const [found] = await new Api(installation.origin).find('articles', {
    locale: 'id',
    query: { 'where[title][equals]': seed.title },
  })
  if (!found) throw new Error(`Expected an article "${seed.title}" in the corpus.`)
  return `${installation.origin}/id/blog/${found.slug}`
}

/** Returns the title and the text of one of our articles, for the bare page to show. */
async function articleIn(url: string): Promise<{ title: string; html: string }> {
  const page = fromHtml(await (await fetch(url)).text())
  const [body] = [...elementsIn(page)].filter(({ properties }) =>
    [properties.className].flat().includes('prose'),
  )
  if (!body) throw new Error(`Expected the text of an article at ${url}.`)
  return { title: seed.title, html: toHtml(body.children) }
}

function cellsOf({ share, elsewhere }: FirstView): string[] {
  const kilobytes = ({ bytes }: Share) => `${(bytes / 1000).toFixed(1)} KB`
  const types = ['Script', 'Font', 'Image'].map(share).map((one) => `${one.files}: ${kilobytes(one)}`)
  return [String(share().files), kilobytes(share()), ...types, String(elsewhere.length)]
}

function scoreRow(what: string, scores: Scores | undefined): string[] {
  const { performance, accessibility, bestPractices, seo } = scores ?? {}
  return [what, ...[performance, accessibility, bestPractices, seo].map(String)]
}
