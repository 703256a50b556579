import type { PayloadRequest } from 'payload'
import { queryInTransaction, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import { listed, published } from '../published/sql'

export const publishedCollections = ['articles', 'projects'] as const
export type PublishedCollection = (typeof publishedCollections)[number]

/** Where a document is online: the address in each language that is published. */
export type Online = { locale: Locale; slug: string }[]

type Transaction = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** Read from the tables, in the transaction, since drafts and hooks show other states. */
export async function onlineState(
  req: Transaction,
  collection: PublishedCollection,
  id: string,
): Promise<Online> {
  return queryInTransaction(
    req,
    collection === 'articles'
      ? sql`select l._locale as locale, l.slug from articles_locales l
            where l._parent_id = ${id} and ${published('l')} and l.slug is not null order by l._locale`
      : sql`select l._locale as locale, p.slug from projects_locales l join projects p on p.id = l._parent_id
            where p.id = ${id} and ${published('l')} and p.slug is not null order by l._locale`,
  )
}

/**
 * The listed articles that stand next to one in time, in each language that it is online in. Their pages name it; those
 * that named it before carry its address among their cache tags.
 */
export async function neighboursOf(req: Transaction, articleId: string): Promise<Online> {
  return queryInTransaction(
    req,
    sql`select l._locale as locale, beside.slug
        from articles_locales l cross join lateral (
          (select slug from articles_locales older
            where older._locale = l._locale and ${listed('older')}
              and (older.published_at, older._parent_id) < (l.published_at, l._parent_id)
            order by older.published_at desc, older._parent_id desc limit 1)
          union all
          (select slug from articles_locales newer
            where newer._locale = l._locale and ${listed('newer')}
              and (newer.published_at, newer._parent_id) > (l.published_at, l._parent_id)
            order by newer.published_at, newer._parent_id limit 1)
        ) beside
        where l._parent_id = ${articleId} and ${listed('l')}`,
  )
}

/** Who holds the address in this language, other than the document itself. */
export async function holderOf(
  req: Transaction,
  { locale, slug, id }: { locale: Locale; slug: string; id: string | undefined },
): Promise<{ title: string } | undefined> {
  // The lock makes two publications to one address wait for each other; the unique index has the last word.
  await queryInTransaction(
    req,
    sql`select pg_advisory_xact_lock(hashtextextended(${`${locale}/${slug}`}, 3))`,
  )
  const [holder] = await queryInTransaction<{ title: string }>(
    req,
    sql`select l.title from articles_locales l
        where ${published('l', locale)} and l.slug = ${slug}
          and l._parent_id is distinct from ${id ?? null}::uuid limit 1`,
  )
  return holder
}
