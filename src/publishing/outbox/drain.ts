import type { BasePayload } from 'payload'
import { environment } from '@/env'
import { markDrained, type OutboxRow, unseenRows } from './outbox'

/**
 * How long after a purge a page may still be kept that was rendered from what was there before: such a render began
 * before the commit and ended after the purge. Rows are purged a second time then.
 */
export const settlesAfter = 3000

/** What this server has purged: the time of the first purge by row, and whether the second is done. */
const purged = new Map<string, { row: OutboxRow; at: number; settled: boolean }>()

/**
 * Purges what was published since the last time, here or by another process. Safe to call at any time.
 * @returns how many tags were purged
 */
export async function drainOutbox(payload: BasePayload, purge: (tag: string) => void): Promise<number> {
  const fresh = await unseenRows(payload, new Set(purged.keys()))
  // For the test that kills a server between COMMIT and purge.
  if (fresh.length > 0 && environment().faults.has('die-before-purge')) process.kill(process.pid, 'SIGKILL')
  const now = Date.now()
  const due = [...purged.values()].filter(({ at, settled }) => !settled && now - at >= settlesAfter)
  const tags = new Set([...fresh, ...due.map(({ row }) => row)].flatMap(({ tags }) => tags))
  for (const tag of tags) purge(tag)
  for (const row of fresh) purged.set(row.id, { row, at: now, settled: false })
  for (const entry of due) entry.settled = true
  forgetOld(now)
  await markDrained(
    payload,
    fresh.map(({ id }) => id),
  )
  return tags.size
}

/** Rows leave the outbox after a day; what is remembered of them may go a little later. */
function forgetOld(now: number): void {
  const kept = 25 * 3600_000
  for (const [id, { at }] of purged) if (now - at > kept) purged.delete(id)
}
