import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'

/** Next's bundles and the server's own modules have a copy of this file each, and must share one storage. */
const key = Symbol.for('terbit.request-id')
const shared = globalThis as { [key]?: AsyncLocalStorage<string> }
shared[key] ??= new AsyncLocalStorage<string>()
const storage = shared[key]

export const requestIdHeader = 'x-request-id'

/** Runs the handling of one request, so that each line that it logs carries this id. */
export const withRequestId = <T>(id: string, work: () => T): T => storage.run(id, work)

/** The id of the request under way, undefined outside of any. */
export const requestId = (): string | undefined => storage.getStore()

/** The id that a proxy gave to the request, where it looks like one, or else a new one. */
export const requestIdOf = (given: string | string[] | undefined): string =>
  typeof given === 'string' && /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID()
