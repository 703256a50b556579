import type { BasePayload } from 'payload'
import { query, type Run, sql, sqlTransaction } from '@/database/query'
import type { RecordedEvent } from './event'
import { eventsAfter } from './read-events'

type Database = Pick<BasePayload, 'db'>

/**
 * Something that has to learn of every event. Its position is kept in the database under its name, and shared by all
 * servers.
 */
export type Consumer = {
  /** Kept in the database: under another name it is a new consumer. */
  name: string
  /**
   * Is given events in the order of their commits. The position moves on when this resolves. Where it rejects or the
   * server dies, the same events are given again: it must bear to see an event twice.
   */
  handle: (events: readonly RecordedEvent[], payload: Database) => Promise<void>
  /** How many events are handled at once, at most. */
  batch?: number
}

/** How long a handler may take for a batch before another server may have its turn. */
const longestBatch = '10min'

/**
 * Hands a consumer all events after its position, a batch at a time. Does nothing while another server does so. A new
 * consumer starts at now: it is given what is committed after its first call.
 * @returns how many events were handled
 */
export async function consume(payload: Database, consumer: Consumer): Promise<number> {
  await register(payload, consumer.name)
  let handled = 0
  // Asked again after the last batch: what was committed meanwhile told another call, which found this one at work.
  while (await isBehind(payload, consumer.name)) {
    const count = await sqlTransaction(payload, (run) => advance(run, { consumer, payload }))
    if (count === 0) break
    handled += count
  }
  return handled
}

/** Apart from the first batch: a new consumer whose first batch fails must not start at another now. */
const register = (payload: Database, name: string) =>
  query(
    payload,
    sql`insert into event_consumers (name, position)
        select ${name}, coalesce((select max(position) from events), 0) on conflict (name) do nothing`,
  )

/** Takes no lock, since there is mostly nothing to do. `max` is read from the index; a join would read the table. */
async function isBehind(payload: Database, name: string): Promise<boolean> {
  const [behind] = await query(
    payload,
    sql`select 1 from event_consumers where name = ${name} and position < (select max(position) from events)`,
  )
  return behind !== undefined
}

/** Handles one batch and moves the position, while the row of the consumer is locked. */
async function advance(
  run: Run,
  { consumer: { name, handle, batch = 100 }, payload }: { consumer: Consumer; payload: Database },
): Promise<number> {
  await run(sql`select set_config('idle_in_transaction_session_timeout', ${longestBatch}, true)`)
  const [mine] = await run<{ position: string }>(
    sql`select position::text from event_consumers where name = ${name} for update skip locked`,
  )
  if (!mine) return 0
  const events = await eventsAfter(run, { position: mine.position, limit: batch })
  const last = events.at(-1)
  if (!last) return 0
  await handle(events, payload)
  await run(sql`update event_consumers set position = ${last.position}::bigint where name = ${name}`)
  return events.length
}
