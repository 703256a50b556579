import { type Run, sql } from '@/database/query'
import type { Language } from '@/i18n/languages'
import { type Locale, languageOf } from '@/i18n/locales'
import type { Stem } from './analysis/entry'
import { indonesianStem } from './analysis/indonesian-stem'
import { indonesianStopWords } from './analysis/indonesian-stop-words'

/** Returns the stemmer of a language: that of the analysis which the list of languages names. */
export async function stemOf(run: Run, locale: Locale, words: Iterable<string>): Promise<Stem> {
  return analyses[languageOf[locale].search](run, words)
}

type Analysis = (run: Run, words: Iterable<string>) => Stem | Promise<Stem>

/** The analyses that the list of languages names. */
const analyses: Record<Language['search'], Analysis> = {
  indonesian: () => (word) => (indonesianStopWords.has(word) ? undefined : indonesianStem(word)),
  english: snowball('english_stem'),
}

/** Returns the analysis by a Snowball dictionary of Postgres, such as `english_stem`. */
function snowball(dictionary: string): Analysis {
  return async (run, words) => {
    // The dictionary gives no stem for a stop word.
    const rows = await run<{ word: string; stem: string | null }>(
      sql`select word, (ts_lexize(${dictionary}::regdictionary, word))[1] as stem
          from jsonb_array_elements_text(${JSON.stringify([...words])}::jsonb) word`,
    )
    const stems = new Map(rows.map(({ word, stem }) => [word, stem ?? undefined]))
    return (word) => stems.get(word)
  }
}
