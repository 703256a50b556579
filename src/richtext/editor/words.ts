import { byLocale, type Locale, localeOrFallback } from '@/i18n/locales'
import { type RichTextWords as Words, richTextWords as words } from '@/i18n/rich-text-words'

/** Returns a word of the rich text catalogue in every language, in the shape of Payload's labels and descriptions. */
export const inEachLanguage = (pick: (words: Words) => string): Record<Locale, string> =>
  byLocale((locale) => pick(words[locale]))

/** The words that a rendered body needs besides its own: names of callouts, footnotes, notes. */
export type BodyWords = Words['page']

export const bodyWords = (locale: Locale): BodyWords => words[locale].page

/** Returns a message in the language of the admin panel. */
export const errorFor = (language: string, error: keyof Words['errors']): string =>
  words[localeOrFallback(language)].errors[error]
