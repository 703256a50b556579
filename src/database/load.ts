import { AsyncLocalStorage } from 'node:async_hooks'
import { APIError } from 'payload'

/** How the request under way fared: whether something that it needed was refused because there was too much to do. */
type Load = { refused: boolean }

/** Next's bundles and the server's own modules have a copy of this file each, and must share one storage. */
const key = Symbol.for('terbit.load')
const shared = globalThis as { [key]?: AsyncLocalStorage<Load> }
shared[key] ??= new AsyncLocalStorage<Load>()
const storage = shared[key]

/** Runs the handling of one request, so that `refusedForLoad` can tell afterwards how it fared. */
export function underLoad<T>(work: (refusedForLoad: () => boolean) => T): T {
  const load: Load = { refused: false }
  return storage.run(load, () => work(() => load.refused))
}

/** Seconds after which somebody who was refused for load may try again. */
export const retryAfter = 2

/** The database has more to do than it can take on now: 503, try again. */
export class BusyError extends APIError {
  override name = 'BusyError'
  constructor(message: string) {
    super(message, 503, null, true)
  }
}

/**
 * Makes the error for what is refused now because of load, and remembers it for the request under way: Payload swallows
 * errors while it finds out who asks, and would answer "not allowed" to somebody who is allowed.
 */
export const refuser = (): ((message: string) => BusyError) => {
  const load = storage.getStore()
  return (message) => {
    if (load) load.refused = true
    return new BusyError(message)
  }
}
