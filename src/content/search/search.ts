import type { TooSlowError } from '@/database/query'
import { isNamed } from '@/error-named'
import type { Locale } from '@/i18n/locales'
import type { Article } from '@/payload-types'
import { marked, passageOf } from '@/search/analysis/passages'
import type { Filters } from '@/search/find'
import { search } from '@/search/search'
import type { Asked } from '@/site/hrefs'
import { articlesAPage, summaries } from '../articles/article-summaries'
import { asVisitor, cms } from '../cms'
import { siteView } from '../site/site-view'
import type { SearchHit, SearchResults } from '../views'
import { filterIds, searchFilters } from './search-filters'
import { pagesNamed } from './search-names'

/**
 * Returns a page of the published articles of a language that answer a question, and the pages whose names match
 * it.
 */
export async function searchView(locale: Locale, asked: Asked): Promise<SearchResults> {
  const { question, number: page = 1 } = asked
  const [payload, { timeZone }, ids] = await Promise.all([cms(), siteView(locale), filterIds(locale, asked)])
  const filters: Filters = { ...ids, ...(asked.year ? { year: asked.year } : {}) }
  const unasked = { question, hits: [], total: 0, page, pages: 0, corrected: [], filters: [], named: [] }
  if (question.trim() === '') return { ...unasked, state: 'nothingAsked' }
  const offset = (page - 1) * articlesAPage
  try {
    const [results, named] = await Promise.all([
      search(payload, { locale, question, filters, timeZone, limit: articlesAPage, offset }),
      pagesNamed(locale, asked),
    ])
    const nothing = { ...unasked, named }
    const offered = await searchFilters(locale, { asked, ids, facets: results.facets })
    if (!results.asked) return { ...nothing, state: 'onlyCommonWords' }
    if (results.found.length === 0) return { ...nothing, state: 'none', filters: offered }
    return {
      ...nothing,
      state: 'found',
      hits: await hitsOf(locale, results.found, results.marks),
      total: results.total,
      pages: Math.ceil(results.total / articlesAPage),
      corrected: results.corrected,
      filters: offered,
    }
  } catch (error) {
    if (isNamed<TooSlowError>(error, 'TooSlowError')) return { ...unasked, state: 'tooSlow' }
    throw error
  }
}

/** The fields that a result shows. Other fields would cause further queries for nothing. */
const hitFields = {
  title: true,
  slug: true,
  description: true,
  publishedAt: true,
  createdAt: true,
  authors: true,
} as const

async function hitsOf(
  locale: Locale,
  found: { article: string; text: string }[],
  wanted: ReadonlySet<string>,
): Promise<SearchHit[]> {
  const { docs } = await (await cms()).find({
    collection: 'articles',
    where: { id: { in: found.map(({ article }) => article) } },
    limit: found.length,
    pagination: false,
    select: hitFields,
    ...asVisitor(locale),
  })
  const texts = new Map(found.map(({ article, text }) => [article, text]))
  const shown = await summaries(docs as Article[], locale, ({ id }) => texts.get(id) ?? '')
  const articles = new Map(shown.map((article) => [article.id, article]))
  return found.flatMap(({ article: id, text }) => {
    const article = articles.get(id)
    if (!article) return []
    const inText = passageOf(text, wanted)
    // The words may occur only in the title or the description, and not in the text.
    const passage =
      !inText.some(({ hit }) => hit) && article.description ? passageOf(article.description, wanted) : inText
    return [{ article, title: marked(article.title, wanted), passage }]
  })
}
