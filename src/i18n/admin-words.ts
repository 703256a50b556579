import english from '../../locales/en/admin.json'
import indonesian from '../../locales/id/admin.json'
import { filled } from './filled'
import { byLocale, type Locale, localeOrFallback } from './locales'

type Words = typeof english

const words: Record<Locale, Words> = { id: indonesian, en: english }

/** A word of the admin panel in every language, as Payload takes labels and descriptions. */
export const label = (pick: (words: Words) => string): Record<Locale, string> =>
  byLocale((locale) => pick(words[locale]))

/** A sentence for an editor in the admin panel's language, with `{{names}}` filled in. */
export function sentence(
  language: string | undefined,
  pick: (words: Words) => string,
  values: Record<string, string | number> = {},
): string {
  return filled(pick(words[localeOrFallback(language)]), values)
}
