import { queryInTransaction, sql } from '@/database/query'
import type { Address } from '@/site/hrefs'
import type { Publishable, Transaction } from '../publishables/publishable'
import { tablesOf } from '../publishables/tables'
import { published } from '../published/sql'

/**
 * Reads the address of a document in each language that is published. It reads the tables, in the transaction, since
 * Payload's documents may be drafts.
 */
export async function onlineState(
  req: Transaction,
  { collection, slug }: Publishable,
  id: string,
): Promise<Address[]> {
  const { documents, languages } = tablesOf(collection)
  const address = slug.localized ? sql`l.slug` : sql`d.slug`
  return queryInTransaction(
    req,
    sql`select l._locale as locale, ${address} as slug from ${languages} l join ${documents} d on d.id = l._parent_id
        where d.id = ${id} and ${published('l')} and ${address} is not null order by l._locale`,
  )
}

/** Finds another document that is published at an address. It is for collections whose addresses are localized. */
export async function holderOf(
  req: Transaction,
  { collection, title }: Publishable,
  { locale, slug, id }: Address & { id: string | undefined },
): Promise<{ title: string } | undefined> {
  const { documents, languages } = tablesOf(collection)
  // The lock makes two publications to one address wait for each other; the unique index decides.
  await queryInTransaction(
    req,
    sql`select pg_advisory_xact_lock(hashtextextended(${`${locale}/${slug}`}, 3))`,
  )
  const name = sql`${sql.identifier(title.localized ? 'l' : 'd')}.${sql.identifier(title.field)}`
  const [holder] = await queryInTransaction<{ title: string }>(
    req,
    sql`select ${name} as title from ${languages} l join ${documents} d on d.id = l._parent_id
        where ${published('l', locale)} and l.slug = ${slug} and d.id is distinct from ${id ?? null}::uuid limit 1`,
  )
  return holder
}
