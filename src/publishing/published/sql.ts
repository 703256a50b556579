import { sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'

/**
 * The condition for a language of a document to be published.
 * @param row the alias of a table of languages, such as `articles_locales`
 * @param locale the language; without it, whichever language the row holds
 */
export function published(row: string, locale?: Locale): ReturnType<typeof sql> {
  const isPublished = sql`${column(row, '_status')} = 'published'`
  return locale ? sql`${column(row, '_locale')} = ${locale}::_locales and ${isPublished}` : isPublished
}

/** The condition for a language of an article to be published and to stand in lists. It takes what `published` takes. */
export const listed = (row: string, locale?: Locale) =>
  sql`${published(row, locale)} and ${column(row, 'unlisted')} is not true`

const column = (row: string, name: string) => sql`${sql.identifier(row)}.${sql.identifier(name)}`
