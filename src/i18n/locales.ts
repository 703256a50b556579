import { type Language, languages } from './languages'

/** The code of one of our languages. */
export type Locale = Language['code']

/** The codes of our languages, in the order in which they are offered. */
export const locales: readonly Locale[] = languages.map(({ code }) => code)

/**
 * The language of a visitor who asks for none of ours. It also stands in wherever else a language is missing: in the
 * admin panel, and as the source language of an article that names none.
 */
export const fallbackForVisitors: Locale = 'id'

/** The language of commands, reports and logs, which are not translated. */
export const reportLocale: Locale = 'en'

/** The language that Docusaurus assumes for a site that does not name its own (`i18n.defaultLocale`). */
export const docusaurusDefaultLocale: Locale = 'en'

/** A value for each language: `byLocale((locale) => [locale])` -> `{ id: ['id'], en: ['en'] }`. */
export const byLocale = <Value>(make: (locale: Locale) => Value): Record<Locale, Value> =>
  Object.fromEntries(locales.map((locale) => [locale, make(locale)])) as Record<Locale, Value>

/** The description of each language. */
export const languageOf = Object.fromEntries(
  languages.map((language) => [language.code, language]),
) as Record<Locale, Language>

/** Each language's own name for itself. */
export const autonyms = byLocale((locale) => languageOf[locale].autonym)

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value)

/** The language that a code names, else the fallback: `en` -> `en`, `fr` -> `id`. */
export const localeOrFallback = (code: unknown): Locale => (isLocale(code) ? code : fallbackForVisitors)

/** Our languages without this one, in the order in which they are offered. */
export const otherLocales = (locale: Locale): Locale[] => locales.filter((other) => other !== locale)
