/** The languages of the product, in the order in which they are offered. Adding one starts here. */
export const locales = ['id', 'en'] as const

export type Locale = (typeof locales)[number]

/** What a visitor gets who asks for no language that we have. */
export const fallbackForVisitors: Locale = 'id'

/** Each language's own name for itself (CLDR autonyms). */
export const autonyms: Record<Locale, string> = { id: 'Bahasa Indonesia', en: 'English' }

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value)

export const otherLocales = (locale: Locale): Locale[] => locales.filter((other) => other !== locale)
