import type { Locale } from '@/i18n/locales'
import english from '../../../locales/en/richtext.json'
import indonesian from '../../../locales/id/richtext.json'

type Words = typeof english

const words: Record<Locale, Words> = { id: indonesian, en: english }

/** Returns a word of the rich text catalogue in every language, in the shape of Payload's labels and descriptions. */
export const inEachLanguage = (pick: (words: Words) => string): Record<Locale, string> => ({
  id: pick(words.id),
  en: pick(words.en),
})

/** The words that a rendered body needs besides its own: names of callouts, footnotes, notes. */
export type BodyWords = Words['page']

export const bodyWords = (locale: Locale): BodyWords => words[locale].page

/** Returns a message in the language of the admin panel. When that is neither of ours, it is in Indonesian. */
export const errorFor = (language: string, error: keyof Words['errors']): string =>
  words[language === 'en' ? 'en' : 'id'].errors[error]
