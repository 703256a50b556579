import english from '../../locales/en/richtext.json'
import indonesian from '../../locales/id/richtext.json'
import type { Locale } from './locales'

export type RichTextWords = typeof english

/** The words of the rich text editor's blocks, and those that a rendered body needs beside its own. */
export const richTextWords: Record<Locale, RichTextWords> = { id: indonesian, en: english }
