import { type Locale, otherLocales } from '@/i18n/locales'
import type { Term } from '../views'

/** A localized text as a read with `locale: 'all'` returns it. */
export type InEachLanguage = Partial<Record<Locale, string | null>> | null | undefined

/**
 * Casts a localized field that was read with `locale: 'all'`. Payload types it as one text, but it is a map of one
 * text per language.
 */
export const eachLanguage = (value: unknown): InEachLanguage => value as InEachLanguage

/**
 * Returns a term in the reader's language, or else in another one. This is the only place where a text falls back.
 */
export function termOf(texts: InEachLanguage, locale: Locale): Term | undefined {
  for (const lang of [locale, ...otherLocales(locale)]) {
    const text = texts?.[lang]
    if (text) return { text, lang }
  }
  return undefined
}
