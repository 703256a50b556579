import type { BasePayload } from 'payload'
import { reading, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import { clausesOf } from './analysis/question'
import { type Facet, type Filters, type Found, find } from './find'
import { termsOf } from './terms'

export type SearchOptions = {
  locale: Locale
  question: string
  filters: Filters
  timeZone: string
  limit: number
  offset: number
}

export type Results = {
  found: Found[]
  total: number
  facets: Facet[]
  /** The words to be marked, as `wordsOf` reads them. */
  marks: ReadonlySet<string>
  /** Words that nothing knows, and what was searched in their place. */
  corrected: string[]
  /** Whether there was anything to search by: not where only common words were asked for. */
  asked: boolean
}

/** How long Postgres may work on one statement of a search, in milliseconds. */
const longestWork = 1500

/**
 * The published, listed articles that answer a question in a language. Takes any text for a question.
 * @throws TooSlowError
 */
export async function search(
  payload: Pick<BasePayload, 'db'>,
  { locale, question, filters, timeZone, limit, offset }: SearchOptions,
): Promise<Results> {
  const clauses = clausesOf(question)
  if (clauses.length === 0)
    return { found: [], total: 0, facets: [], marks: new Set(), corrected: [], asked: false }
  return reading(payload, { milliseconds: longestWork }, async (run) => {
    await run(sql`select
      -- The planner counts nothing for unpacking a tsvector, and would read each one rather than the index.
      set_config('enable_seqscan', 'off', true),
      -- The words of all candidates: read once for each term, and not from a file.
      set_config('work_mem', '32MB', true)`)
    const { terms, marks } = await termsOf(run, { locale, clauses })
    const { found, total, facets } = await find(run, { locale, terms, filters, timeZone, limit, offset })
    return {
      found,
      total,
      facets,
      marks,
      corrected: terms.flatMap((term) => term.corrected ?? []),
      asked: terms.some(({ excluded }) => !excluded),
    }
  })
}
