import type { BasePayload } from 'payload'
import { query, sql } from '@/database/query'

const keptDays = 90

/** The most rows that are deleted in a statement, and the most statements in a call. */
const bounds = { rows: 1000, statements: 10 }

/**
 * Deletes events that are older than 90 days by the database's clock, whoever has not seen them. A consumer that has
 * not is forgotten with them, and is a new one when it comes again.
 * @returns how many events were deleted
 */
export async function forgetOldEvents(payload: Pick<BasePayload, 'db' | 'logger'>): Promise<number> {
  let deleted = 0
  for (let statement = 0; statement < bounds.statements; statement++) {
    const { rows, late } = await forgetSome(payload)
    deleted += rows
    if (late.length > 0)
      payload.logger.warn({
        msg: `No longer known as consumers of events, since they were ${keptDays} days behind: ${late.join(', ')}`,
      })
    if (rows < bounds.rows) break
  }
  return deleted
}

/** Positions and times of commits ascend together, so that the oldest rows are found by the index of positions. */
async function forgetSome(payload: Pick<BasePayload, 'db'>): Promise<{ rows: number; late: string[] }> {
  const [forgotten] = await query<{ rows: number; late: string[] }>(
    payload,
    sql`with oldest as materialized (
          select position, written_at from events where position is not null order by position limit ${bounds.rows}
        ),
        gone as (
          delete from events using oldest
          where events.position = oldest.position
            and oldest.written_at < now() - make_interval(days => ${keptDays})
          returning events.position
        ),
        late as (
          delete from event_consumers where position < (select max(position) from gone) returning name
        )
        select (select count(*)::int from gone) as rows,
               array(select name from late order by name) as late`,
  )
  return forgotten ?? { rows: 0, late: [] }
}
