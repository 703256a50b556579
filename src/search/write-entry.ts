import { type Run, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import { listed } from '@/publishing/published/sql'
import { headingsOf } from '@/richtext/headings'
import type { Body } from '@/richtext/nodes'
import { plainText } from '@/richtext/plain-text'
import { analysisVersion, entryOf, type Indexed, wordsIn } from './analysis/entry'
import { stemOf } from './stems'

type Place = { article: string; locale: Locale }

type Row = {
  title: string
  description: string | null
  body: Body
  keywords: string[]
  publishedAt: string
}

/** Makes the index entry of an article in a language match its published text, or empties it when there is none. */
export async function writeEntry(run: Run, { article, locale }: Place): Promise<void> {
  const [row] = await run<Row>(
    sql`select l.title, l.description, l.body, coalesce(l.published_at, a.created_at) as "publishedAt",
          coalesce((select json_agg(t.text order by t."order") from articles_texts t
            where t.parent_id = a.id and t.path = 'keywords' and t.locale = l._locale), '[]') as keywords
        from articles_locales l join articles a on a.id = l._parent_id
        where a.id = ${article} and ${listed('l', locale)}`,
  )
  if (!row) return emptyEntry(run, { article, locale })
  const indexed: Indexed = {
    title: row.title,
    description: row.description ?? '',
    headings: headingsOf(row.body, { title: row.title }).map(({ text }) => text),
    keywords: row.keywords,
    text: plainText(row.body),
  }
  const { head, words, terms, stems } = entryOf(indexed, await stemOf(run, locale, wordsIn(indexed)))
  const list = (texts: string[]) =>
    sql`array(select jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb))`
  await run(
    sql`insert into search_entries (article, locale, version, published_at, text, head, words, terms, stems)
        values (${article}, ${locale}, ${analysisVersion}, ${row.publishedAt}, ${withoutNul(indexed.text)},
          ${head}::tsvector, ${words}::tsvector, ${list(terms)}, ${list(stems)})
        on conflict (article, locale) do update set version = excluded.version, published_at = excluded.published_at,
          text = excluded.text, head = excluded.head, words = excluded.words, terms = excluded.terms, stems = excluded.stems`,
  )
}

/** Empties the entry of an article. The row stays until its words are uncounted. */
export async function emptyEntry(run: Run, { article, locale }: Place): Promise<void> {
  await run(
    sql`update search_entries set text = '', head = '', words = '', terms = '{}', stems = '{}'
        where article = ${article} and locale = ${locale}::_locales`,
  )
}

/** A text in Postgres cannot contain NUL. */
const withoutNul = (text: string) => text.replaceAll('\u0000', '')
