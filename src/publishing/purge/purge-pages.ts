import type { BasePayload } from 'payload'
import { query, type Run } from '@/database/query'
import { environment } from '@/env'
import { eventsAfter, positionBefore } from '@/events/read-events'

/**
 * How long after a purge a page may still be kept that was rendered from what was there before: such a render began
 * before the commit and ended after the purge. Everything is purged a second time then. In milliseconds.
 */
export const settlesAfter = 3000

/**
 * How old events are, in minutes, that a new process need not know: what it keeps it has rendered itself. Much longer
 * than a start takes, so that clocks which are set meanwhile do no harm.
 */
const neverSeen = 60

/** How many events are read at once. */
const batch = 1000

/**
 * The position of this process among the events. It is in memory, unlike those in the table of consumers: each server
 * purges its own pages, and begins anew without any.
 */
let position: string | undefined

/** The tags that were purged once, with the time, and will be purged again. */
let settling: { tags: string[]; at: number }[] = []

/**
 * Purges the pages that show what was published since the last time, here or by another process. Safe to call at any
 * time.
 * @returns how many tags were purged
 */
export async function purgePages(payload: BasePayload, purge: (tag: string) => void): Promise<number> {
  const run: Run = (statement) => query(payload, statement)
  const fresh = await tagsAfter(run, position ?? (await positionBefore(run, { minutes: neverSeen })))
  // For the test that kills a server between COMMIT and purge.
  if (fresh.found && environment().faults.has('die-before-purge')) process.kill(process.pid, 'SIGKILL')
  // From here on nothing can fail: what counts as purged was.
  const now = performance.now()
  const due = settling.filter(({ at }) => now - at >= settlesAfter)
  const tags = new Set([...fresh.tags, ...due.flatMap((purged) => purged.tags)])
  for (const tag of tags) purge(tag)
  settling = settling.filter((purged) => !due.includes(purged))
  if (fresh.tags.length > 0) settling.push({ tags: fresh.tags, at: now })
  position = fresh.position
  return tags.size
}

/** The cache tags of all events after a position, and the position of the last. */
async function tagsAfter(
  run: Run,
  after: string,
): Promise<{ tags: string[]; position: string; found: boolean }> {
  const tags = new Set<string>()
  let position = after
  for (;;) {
    const events = await eventsAfter(run, { position, limit: batch })
    for (const { details } of events) for (const tag of details.tags) tags.add(tag)
    position = events.at(-1)?.position ?? position
    if (events.length < batch) return { tags: [...tags], position, found: position !== after }
  }
}
