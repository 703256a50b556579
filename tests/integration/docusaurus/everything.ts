import type { Payload } from 'payload'
import { query, sql } from '@/database/query'

const tables = [
  'articles',
  '_articles_v',
  'authors',
  '_authors_v',
  'tags',
  '_tags_v',
  'media',
  'redirects',
  'sources',
  'events',
  '_site_v',
]

/** All rows that an import may write, with all columns, so that two states can be compared. */
export async function everything(payload: Payload): Promise<Record<string, unknown[]>> {
  const rows = await Promise.all(
    tables.map(async (table) => {
      const found = await query<{ row: unknown }>(
        payload,
        sql`select to_jsonb(t) as row from ${sql.identifier(table)} t order by t.id`,
      )
      return [table, found.map(({ row }) => row)] as const
    }),
  )
  return Object.fromEntries(rows)
}

/** The same rows without what differs between two databases: ids, times, and the order of the rows. */
export async function contents(payload: Payload): Promise<Record<string, string[]>> {
  const statements = {
    articles: sql`select a.import_path, a.source_locale, l._locale, l._status, l.title, l.slug, l.description, l.hero_address,
        l.published_at, l.content_updated_at, l.unlisted, l.revision,
        regexp_replace(l.body::text, '"(blockId|id|picture)": ?"[^"]*"', '', 'g') as body
      from articles a join articles_locales l on l._parent_id = a.id`,
    versions: sql`select a.import_path, count(*)::int from _articles_v v join articles a on a.id = v.parent_id group by 1`,
    authors: sql`select a.slug, a.name, a.picture_address, l._locale, l.title from authors a join authors_locales l on l._parent_id = a.id`,
    tags: sql`select _locale, name, slug from tags_locales`,
    used: sql`select a.import_path, r.path, r."order", u.slug as author, t.slug as tag from articles_rels r
      join articles a on a.id = r.parent_id
      left join authors u on u.id = r.authors_id
      left join tags_locales t on t._parent_id = r.tags_id and t._locale = 'en'`,
    redirects: sql`select r."from", r.locale, a.import_path from redirects r join articles a on a.id = r.article_id`,
    sources: sql`select path, locale, import_path, sha256, front_matter, jsonb_array_length(blocks) from sources`,
    pictures: sql`select original_name, original_sha256 from media`,
  }
  const found = await Promise.all(
    Object.entries(statements).map(async ([name, statement]) => {
      const rows = await query<unknown>(payload, statement)
      return [name, rows.map((row) => JSON.stringify(row)).sort()] as const
    }),
  )
  return Object.fromEntries(found)
}

/** Empties the CMS. */
export async function forgetEverything(payload: Payload): Promise<void> {
  await query(payload, sql`truncate articles, authors, tags, media, sources, redirects, events cascade`)
}
