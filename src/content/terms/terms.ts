import { type Locale, otherLocales } from '@/i18n/locales'
import type { Term } from '../views'

/** A localized text as `locale: 'all'` answers it. */
export type InEachLanguage = Partial<Record<Locale, string | null>> | null | undefined

/** Payload types a localized field as the text of one language; read with `locale: 'all'` it is a map of them. */
export const eachLanguage = (value: unknown): InEachLanguage => value as InEachLanguage

/** A term in the reader's language, else in another: the only place where a text falls back. */
export function termOf(texts: InEachLanguage, locale: Locale): Term | undefined {
  for (const lang of [locale, ...otherLocales(locale)]) {
    const text = texts?.[lang]
    if (text) return { text, lang }
  }
  return undefined
}
