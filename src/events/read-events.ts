import { type Run, sql } from '@/database/query'
import type { RecordedEvent } from './event'

// Sorted by the column `events.position`: `position` alone is the text that is selected.

/** The committed events after a position, in the order of their commits, at most `limit` of them. */
export const eventsAfter = (
  run: Run,
  { position, limit }: { position: string; limit: number },
): Promise<RecordedEvent[]> =>
  run<RecordedEvent>(
    sql`select id::text, position::text, written_at as "writtenAt", collection, document, locale, what, actor, details
        from events where position > ${position}::bigint order by events.position limit ${limit}`,
  )

/**
 * The position of the newest event that is older than a number of minutes by the database's clock; 0 where there is
 * none.
 */
export async function positionBefore(run: Run, { minutes }: { minutes: number }): Promise<string> {
  const [newest] = await run<{ position: string }>(
    sql`select position::text from events
        where position is not null and written_at < now() - make_interval(mins => ${minutes})
        order by events.position desc limit 1`,
  )
  return newest?.position ?? '0'
}
