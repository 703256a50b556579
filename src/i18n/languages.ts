/** A language as the product knows it. Its words stand in `locales/{code}/`. */
export type LanguageDescription = {
  /** The BCP 47 tag, which is also the first part of every address: `id`, `pt-BR`. */
  code: string
  /** The language's own name for itself (CLDR). */
  autonym: string
  direction: 'ltr' | 'rtl'
  /** The BCP 47 tag whose conventions numbers, dates and lists follow. */
  conventions: string
  /** The language as Open Graph writes it: with a territory, and an underscore. */
  openGraph: string
  /** The name of the analysis that finds the stems of its words (`src/search/stems.ts`). */
  search: string
  /** How fast prose is read silently. Indonesian words are longer than English ones. */
  wordsPerMinute: number
}

/** The languages of the product, in the order in which they are offered. Adding one starts here. */
export const languages = [
  {
    code: 'id',
    autonym: 'Bahasa Indonesia',
    direction: 'ltr',
    conventions: 'id-ID',
    openGraph: 'id_ID',
    search: 'indonesian',
    wordsPerMinute: 200,
  },
  {
    code: 'en',
    autonym: 'English',
    direction: 'ltr',
    conventions: 'en-US',
    openGraph: 'en_US',
    search: 'english',
    wordsPerMinute: 230,
  },
] as const satisfies readonly LanguageDescription[]

/** A language of the list. A direction may be either, although all of today's are written from left to right. */
export type Language = Omit<(typeof languages)[number], 'direction'> & Pick<LanguageDescription, 'direction'>
