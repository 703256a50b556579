import english from '../../locales/en/payload.json'
import lexicalIndonesian from '../../locales/id/lexical.json'
import indonesian from '../../locales/id/payload.json'
import type { Locale } from './locales'

/**
 * Words that Payload's own catalogues lack, or that this product says otherwise. Payload speaks of "lokal" and
 * "publikasi" where an Indonesian editor says "bahasa" and "terbit", and does not say that a version is restored in one
 * language. Its rich text editor has no Indonesian words (3.90); Payload merges the words of the editor's features into
 * the same place, and brings no `id` that would win.
 */
export const payloadWords = {
  id: { ...indonesian, lexical: lexicalIndonesian },
  en: english,
} as const satisfies Record<Locale, object>
