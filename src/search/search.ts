import type { BasePayload } from 'payload'
import { reading, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import { clausesOf } from './analysis/question'
import { type Facet, type Filters, type Found, find } from './find'
import { queryTerms } from './query-terms'

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
  /** The words to mark, in the form that `wordsOf` gives. */
  marks: ReadonlySet<string>
  /** The words that were searched in place of unknown ones. */
  corrected: string[]
  /** False when the question held only common words, so that there was nothing to search by. */
  asked: boolean
}

/** The time limit of each statement of a search, in milliseconds. */
const longestWork = 1500

/**
 * Returns the published, listed articles that answer a question in a language. Any text is a valid question.
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
      -- The planner does not count the cost of unpacking a tsvector, and would read every one instead of the index.
      set_config('enable_seqscan', 'off', true),
      -- Keeps the words of all candidates, which are read once for each term, out of temporary files.
      set_config('work_mem', '32MB', true)`)
    const { terms, marks } = await queryTerms(run, { locale, clauses })
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
