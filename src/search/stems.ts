import { type Run, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import type { Stem } from './analysis/entry'
import { indonesianStem } from './analysis/indonesian-stem'
import { indonesianStopWords } from './analysis/indonesian-stop-words'

/** Returns the stemmer of a language: our own rules for Indonesian, Postgres' Snowball for English. */
export async function stemOf(run: Run, locale: Locale, words: Iterable<string>): Promise<Stem> {
  return locale === 'id' ? indonesian : english(run, words)
}

const indonesian: Stem = (word) => (indonesianStopWords.has(word) ? undefined : indonesianStem(word))

async function english(run: Run, words: Iterable<string>): Promise<Stem> {
  // The dictionary gives no stem for a stop word.
  const rows = await run<{ word: string; stem: string | null }>(
    sql`select word, (ts_lexize('english_stem', word))[1] as stem
        from jsonb_array_elements_text(${JSON.stringify([...words])}::jsonb) word`,
  )
  const stems = new Map(rows.map(({ word, stem }) => [word, stem ?? undefined]))
  return (word) => stems.get(word)
}
