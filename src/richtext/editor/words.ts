import type { Locale } from '@/i18n/locales'
import english from '../../../locales/en/richtext.json'
import indonesian from '../../../locales/id/richtext.json'

type Words = typeof english

const words: Record<Locale, Words> = { id: indonesian, en: english }

/** A word of the rich text catalogue in every language, as Payload takes labels and descriptions. */
export const inEachLanguage = (pick: (words: Words) => string): Record<Locale, string> => ({
  id: pick(words.id),
  en: pick(words.en),
})

/** The words that a rendered body needs beside its own: names of callouts, footnotes, notes. */
export type BodyWords = Words['page']

export const bodyWords = (locale: Locale): BodyWords => words[locale].page

/** A message for an editor, in the admin panel's language; Indonesian where that is neither of ours. */
export const errorFor = (language: string, error: keyof Words['errors']): string =>
  words[language === 'en' ? 'en' : 'id'].errors[error]
