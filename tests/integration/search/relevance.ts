import { readFileSync } from 'node:fs'
import type { Payload } from 'payload'
import { query, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import { search } from '@/search/search'

/** A query with grades of the articles that answer it: 3 is about it, 2 treats it at length, 1 helps. */
export type Judgement = { locale: Locale; query: string; relevant: Record<string, number> }

export const judgements = JSON.parse(
  readFileSync(new URL('../../fixtures/search/judgements.json', import.meta.url), 'utf8'),
) as Judgement[]

/** A way of searching. Returns the import paths of what it finds, best first. */
export type Ranker = (judgement: Judgement) => Promise<string[]>

const places = 10

export const ours =
  (payload: Payload): Ranker =>
  async ({ locale, query: question }) => {
    const { found } = await search(payload, {
      locale,
      question,
      filters: {},
      timeZone: 'Asia/Jakarta',
      limit: places,
      offset: 0,
    })
    return pathsOf(
      payload,
      found.map(({ article }) => article),
    )
  }

/** Postgres' own search in one of its configurations, set up as its manual does: weighted parts, `ts_rank`. */
export const postgres =
  (payload: Payload, configurationOf: (locale: Locale) => string): Ranker =>
  async ({ locale, query: question }) => {
    const configuration = sql.raw(`'${configurationOf(locale)}'::regconfig`)
    const rows = await query<{ article: string }>(
      payload,
      sql`with documents as (
            select e.article, e.published_at,
              setweight(to_tsvector(${configuration}, l.title), 'A')
                || setweight(to_tsvector(${configuration}, coalesce(l.description, '')), 'B')
                || setweight(to_tsvector(${configuration}, e.text), 'D') as words
            from search_entries e join articles_locales l on l._parent_id = e.article and l._locale = e.locale
            where e.locale = ${locale}::_locales
          )
          select article from documents, websearch_to_tsquery(${configuration}, ${question}) asked
          where words @@ asked order by ts_rank(words, asked, 1) desc, published_at desc limit ${places}`,
    )
    return pathsOf(
      payload,
      rows.map(({ article }) => article),
    )
  }

async function pathsOf(payload: Payload, ids: string[]): Promise<string[]> {
  const rows = await query<{ id: string; path: string }>(
    payload,
    sql`select id, import_path as path from articles`,
  )
  const paths = new Map(rows.map(({ id, path }) => [id, path]))
  return ids.map((id) => paths.get(id) ?? id)
}

/** Returns the normalized discounted cumulative gain of the first ten, from 0 to 1 (Järvelin and Kekäläinen, 2002). */
function ndcg(found: string[], { relevant }: Judgement): number {
  const gain = (grades: number[]) =>
    grades.reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0)
  const ideal = Object.values(relevant).sort((a, b) => b - a)
  return gain(found.slice(0, places).map((path) => relevant[path] ?? 0)) / gain(ideal.slice(0, places))
}

export async function meanNdcg(rank: Ranker): Promise<number> {
  const values: number[] = []
  for (const judgement of judgements) values.push(ndcg(await rank(judgement), judgement))
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
