import { setTimeout as wait } from 'node:timers/promises'
import { type Locale, locales } from '@/i18n/locales'
import { hrefFor } from '@/site/hrefs'
import judgements from '../../tests/fixtures/search/judgements.json'
import { Api } from '../../tests/support/product/api'
import { type Installation, startProduct } from '../../tests/support/product/product'
import { hireStaff, password, people } from '../../tests/support/product/staff'
import { bodyOf } from '../../tests/support/samples/bodies'
import { median, percentile } from '../measuring/figures'
import { steadyLoad } from '../measuring/steady-load'

/** Milliseconds of the answers to readers' requests at a fixed rate: the median, and the 95th and 99th percentiles. */
type Answers = {
  what: string
  rate: number
  addresses: number
  median: number
  p95: number
  p99: number
}

export type AtScale = {
  /** Seconds until a server whose search index must be built takes requests. */
  firstStart: number
  answers: Answers[]
  /** Milliseconds from the acknowledgement of a publication until all its pages, feeds and sitemaps show it. */
  visible: { median: number; slowest: number }
}

const seconds = 10
const judged = judgements as { locale: Locale; query: string }[]
const asked = 100
/** New questions have no kept answer: this many per second alone, and one in `oneIn` among all questions. */
const newlyAsked = 10
const oneIn = 5
const publications = 7
const feeds = ['rss', 'atom', 'jsonFeed'] as const

/** Measures an installation with many articles: readers at 100 requests a second, and the time to see a publication. */
export async function readersAtScale(installation: Installation): Promise<AtScale> {
  const started = performance.now()
  const product = await startProduct(installation)
  const firstStart = (performance.now() - started) / 1000
  try {
    await hireStaff(installation, product)
    const answers: Answers[] = []
    for (const [what, paths] of Object.entries(await pathsOf(installation.origin))) {
      for (const path of paths) await read(installation.origin + path)
      answers.push(await answersOf({ what, origin: installation.origin, paths, rate: asked }))
    }
    for (const load of loadsOfNewSearches())
      answers.push(await answersOf({ ...load, origin: installation.origin }))
    const editor = await new Api(installation.origin).signIn(people.editor, password)
    const delays: number[] = []
    for (let number = 0; number < publications; number++)
      delays.push(await untilVisible(editor, `Terbit nomor ${number}`))
    return { firstStart, answers, visible: { median: median(delays), slowest: Math.max(...delays) } }
  } finally {
    await product.stop()
  }
}

async function pathsOf(origin: string): Promise<Record<string, string[]>> {
  const sitemaps = locationsIn(await read(`${origin}/sitemap.xml`), origin)
  const lists = await Promise.all(sitemaps.map((path) => read(origin + path)))
  const known = lists.flatMap((list) => locationsIn(list, origin))
  const below = (page: string) => known.filter((path) => path.split('/')[2] === page && path.split('/')[3])
  const everywhere = (of: (locale: Locale) => string[]) => locales.flatMap(of)
  return {
    articles: spread(below('blog'), 200),
    'lists of articles': everywhere((locale) => [
      hrefFor({ page: 'home', locale }),
      hrefFor({ page: 'articles', locale }),
      ...[2, 3, 40, 200].map((number) => hrefFor({ page: 'articles', locale, number })),
    ]),
    tags: [...everywhere((locale) => [hrefFor({ page: 'tags', locale })]), ...spread(below('tags'), 40)],
    search: searches(),
    'sitemap and feeds': [
      '/sitemap.xml',
      ...sitemaps,
      ...everywhere((locale) => feeds.map((page) => hrefFor({ page, locale }))),
    ],
  }
}

const searches = (): string[] =>
  judged.map(({ locale, query }) => hrefFor({ page: 'search', locale, asked: { question: query } }))

/** Returns loads of questions that nobody asked before: alone, and mixed with known ones. */
function loadsOfNewSearches(): Omit<Load, 'origin'>[] {
  const known = searches()
  const questions = newQuestions(seconds * (newlyAsked + asked / oneIn))
  const alone = questions.splice(0, seconds * newlyAsked)
  const mixed = questions.flatMap((question, index) => [
    question,
    ...Array.from({ length: oneIn - 1 }, (_, place) => known[(index * oneIn + place) % known.length] ?? ''),
  ])
  return [
    { what: 'search, never asked before', paths: alone, rate: newlyAsked },
    { what: `search, one in ${oneIn} never asked before`, paths: mixed, rate: asked },
  ]
}

/** Makes new questions from the words of two judged questions each. */
const newQuestions = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => {
    const [one, other] = [judged[index % judged.length], judged[(index * 7 + 3) % judged.length]]
    const words = [one, other].flatMap(
      (from) =>
        from?.query
          .replaceAll('"', '')
          .split(' ')
          .at(index % 2) ?? [],
    )
    const question = `${words.join(' ')} ${index}`
    return hrefFor({ page: 'search', locale: one?.locale ?? 'id', asked: { question } })
  })

type Load = { what: string; origin: string; paths: string[]; rate: number }

async function answersOf({ what, origin, paths, rate }: Load): Promise<Answers> {
  const taken = await steadyLoad({ origin, paths, rate, seconds, headers })
  return {
    what,
    rate,
    addresses: paths.length,
    median: median(taken),
    p95: percentile(taken, 0.95),
    p99: percentile(taken, 0.99),
  }
}

async function untilVisible(editor: Api, title: string): Promise<number> {
  const [tag] = await editor.find('tags', { query: { limit: '1' } })
  const slug = title.toLowerCase().replaceAll(' ', '-')
  const data = { title, slug, body: bodyOf(title), tags: [tag?.id], _status: 'published' }
  await editor.create('articles', data, { locale: 'id' })
  const acknowledged = performance.now()
  const address = hrefFor({ page: 'article', locale: 'id', slug })
  const showing = [
    [address, title],
    [hrefFor({ page: 'home', locale: 'id' }), title],
    [hrefFor({ page: 'articles', locale: 'id' }), title],
    [hrefFor({ page: 'rss', locale: 'id' }), title],
    ['/id/sitemap/1.xml', address],
  ] as const
  for (;;) {
    const texts = await Promise.all(showing.map(([path]) => read(editor.origin + path)))
    if (showing.every(([, text], index) => texts[index]?.includes(text)))
      return performance.now() - acknowledged
    if (performance.now() - acknowledged > 60_000) throw new Error(`${title} was not seen within a minute.`)
    await wait(20)
  }
}

/** The headers of a browser. The server keeps one answer per encoding. */
const headers = { 'accept-encoding': 'gzip, deflate, br' }

const read = async (url: string) => (await fetch(url, { headers })).text()

const locationsIn = (xml: string, origin: string) =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address.replace(origin, ''))

/** Returns `count` of the values, evenly from first to last. */
const spread = <Value>(values: Value[], count: number): Value[] =>
  values.filter((_, index) => index % Math.max(1, Math.floor(values.length / count)) === 0).slice(0, count)
