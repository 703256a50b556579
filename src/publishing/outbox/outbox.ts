import type { BasePayload, PayloadRequest } from 'payload'
import { query, queryInTransaction, sql } from '@/database/query'

/** The channel on which a committed row is announced: Postgres delivers a notice when, and only if, it commits. */
export const outboxChannel = 'terbit_outbox'

/** How long a row stays after it was written: longer than any server of ours is out of touch. */
const keptHours = 24

type Transaction = Pick<PayloadRequest, 'payload' | 'transactionID'>

/** Something that pages show has changed: written in the same transaction as the change. */
export async function writeToOutbox(
  req: Transaction,
  entry: { collection: string; document: string | undefined; event: string; tags: readonly string[] },
): Promise<void> {
  if (entry.tags.length === 0) return
  await queryInTransaction(
    req,
    sql`with entry as (
          insert into outbox (collection, document, event, tags)
          values (${entry.collection}, ${entry.document ?? null}, ${entry.event}, ${JSON.stringify(entry.tags)}::jsonb)
          returning id
        )
        select pg_notify(${outboxChannel}, id::text) from entry`,
  )
}

export type OutboxRow = { id: string; tags: string[] }

/**
 * The rows of the last day that a server has not yet seen. It remembers their ids rather than the highest one, since
 * rows become visible in the order of their commits, not of their ids.
 */
export async function unseenRows(
  payload: Pick<BasePayload, 'db'>,
  seen: ReadonlySet<string>,
): Promise<OutboxRow[]> {
  const rows = await query<OutboxRow>(
    payload,
    sql`select id::text, tags from outbox where written_at > now() - make_interval(hours => ${keptHours}) order by id`,
  )
  return rows.filter(({ id }) => !seen.has(id))
}

export async function markDrained(payload: Pick<BasePayload, 'db'>, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const list = JSON.stringify(ids.map(Number))
  await query(
    payload,
    sql`update outbox set drained_at = coalesce(drained_at, now())
        where id in (select value::bigint from jsonb_array_elements_text(${list}::jsonb))`,
  )
  await query(
    payload,
    sql`delete from outbox where written_at < now() - make_interval(hours => ${keptHours})`,
  )
}
