import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { refuser } from './load'

type PoolOptions = PostgresAdapter['poolOptions']

/** Returns settings of a pool with time limits, so that no query waits forever for a connection, a lock or a caller. */
export function poolOptions(url: string, max = 10): PoolOptions {
  return {
    connectionString: url,
    application_name: 'terbit',
    max,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
    // A command ends when its work is done, without waiting for idle connections to close.
    allowExitOnIdle: true,
  }
}

/**
 * Makes a pool that survives the loss of its connections. A connection that breaks, whether lent or idle, is reported,
 * and the next query opens another. Without listeners Node would end the process.
 */
export function createPool(
  { pg, poolOptions }: Pick<PostgresAdapter, 'pg' | 'poolOptions'>,
  onLost: (error: Error) => void,
): PostgresAdapter['pool'] {
  const pool = new pg.Pool(poolOptions)
  pool.on('connect', (client) => {
    client.once('error', onLost)
    // A broken connection may emit the error twice.
    client.on('error', () => undefined)
  })
  // The error of an idle connection arrives here too, after it was reported.
  pool.on('error', () => undefined)
  refuseWhenBusy(pool)
  return pool
}

type Connected = (error: Error | undefined, ...rest: unknown[]) => void

/** Tells "no connection came free in time" (pg-pool, newTimeoutError) from a database that does not answer. */
function refuseWhenBusy(pool: PostgresAdapter['pool']): void {
  const connect = pool.connect.bind(pool) as (done: Connected) => void
  const orBusy = (refuse: ReturnType<typeof refuser>, error: Error | undefined) =>
    error?.message === 'timeout exceeded when trying to connect' &&
    pool.totalCount >= (pool.options.max ?? 10)
      ? refuse('The database has too much to do at this moment. Try again in a few seconds.')
      : error
  const connectOrRefuse = (done?: Connected) => {
    const refuse = refuser()
    if (done) return connect((error, ...rest) => done(orBusy(refuse, error), ...rest))
    return new Promise((resolve, reject) =>
      connect((error, client) => (error ? reject(orBusy(refuse, error)) : resolve(client))),
    )
  }
  pool.connect = connectOrRefuse as typeof pool.connect
}
