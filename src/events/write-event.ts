import type { PayloadRequest } from 'payload'
import { queryInTransaction, sql } from '@/database/query'
import type { Details, Happening } from './event'

/** The channel on which events are announced: Postgres delivers a notice when, and only if, its transaction commits. */
export const eventsChannel = 'terbit_events'

type Writer = Pick<PayloadRequest, 'payload' | 'transactionID' | 'user'>

/** Records an event in the transaction of the change, and announces it to every server when that commits. */
export async function writeEvent(
  req: Writer,
  { collection, document, locale, what, details }: Happening & { details: Details },
): Promise<void> {
  await queryInTransaction(
    req,
    sql`with event as (
          insert into events (collection, document, locale, what, actor, details)
          values (${collection}, ${document}::uuid, ${locale}::_locales, ${what}, ${req.user?.id ?? null}::uuid,
            ${JSON.stringify(details)}::jsonb)
          returning 1
        )
        select pg_notify(${eventsChannel}, '') from event`,
  )
}
