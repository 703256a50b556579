import type { FieldHook, PayloadRequest } from 'payload'
import { queryInTransaction, sql } from '@/database/query'
import { type ArticleAddress, articleAt, articleKey, normalizedPath } from '@/site/old-addresses'

type Transaction = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** Every address of an article, `/{locale}/blog/{slug}`, that a redirect leads from. */
export async function oldAddresses(req: Transaction, articleId: string): Promise<ArticleAddress[]> {
  const rows = await queryInTransaction<{ from: string }>(
    req,
    sql`select "from" from redirects where article_id = ${articleId}`,
  )
  return rows.flatMap(({ from }) => articleAt(from) ?? [])
}

/** Leaves a redirect at each address that an article has left, and none at an address where it is now. */
export async function keepRedirects(
  req: Transaction,
  id: string,
  { before, after }: { before: readonly ArticleAddress[]; after: readonly ArticleAddress[] },
): Promise<void> {
  for (const { locale, slug } of after) {
    const key = articleKey({ locale, slug })
    await queryInTransaction(req, sql`delete from redirects where "from" = ${key}`)
    const former = before.find((online) => online.locale === locale)?.slug
    if (!former || former === slug) continue
    await queryInTransaction(
      req,
      sql`insert into redirects ("from", article_id, locale)
          values (${articleKey({ locale, slug: former })}, ${id}, ${locale})
          on conflict ("from") do update set article_id = excluded.article_id, locale = excluded.locale, updated_at = now()`,
    )
  }
}

/** Deletes the redirects to an article, which go with it. */
export async function forgetRedirects(req: Transaction, articleId: string): Promise<void> {
  await queryInTransaction(req, sql`delete from redirects where article_id = ${articleId}`)
}

/** Stores an address that an editor wrote under the key that it is looked up by. */
export const storeAsKey: FieldHook = ({ value }) =>
  typeof value === 'string' ? normalizedPath(value) : value
