import type { FieldHook } from 'payload'
import { queryInTransaction, sql } from '@/database/query'
import { articleAt, articleKey, normalizedPath } from '@/site/old-addresses'
import type { FormerAddresses } from './publishable'

/**
 * The redirects of articles. Each leads to wherever its article is now, and is deleted when an article is published at
 * its address.
 */
export const articleRedirects: FormerAddresses = {
  of: async (req, article) => {
    const rows = await queryInTransaction<{ from: string }>(
      req,
      sql`select "from" from redirects where article_id = ${article}`,
    )
    return rows.flatMap(({ from }) => articleAt(from) ?? [])
  },

  keep: async (req, article, { before, after }) => {
    for (const { locale, slug } of after) {
      const key = articleKey({ locale, slug })
      await queryInTransaction(req, sql`delete from redirects where "from" = ${key}`)
      const former = before.find((online) => online.locale === locale)?.slug
      if (!former || former === slug) continue
      await queryInTransaction(
        req,
        sql`insert into redirects ("from", article_id, locale)
            values (${articleKey({ locale, slug: former })}, ${article}, ${locale})
            on conflict ("from") do update set article_id = excluded.article_id, locale = excluded.locale, updated_at = now()`,
      )
    }
  },

  forget: async (req, article) => {
    await queryInTransaction(req, sql`delete from redirects where article_id = ${article}`)
  },
}

/** Stores an address that an editor wrote under the key that it is looked up by. */
export const storeAsKey: FieldHook = ({ value }) =>
  typeof value === 'string' ? normalizedPath(value) : value
