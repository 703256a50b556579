import type { PostgresAdapter } from '@payloadcms/db-postgres'

type PoolOptions = PostgresAdapter['poolOptions']

/** Returns settings of a pool with time limits, so that no query waits forever for a connection, a lock or a caller. */
export function poolOptions(url: string): PoolOptions {
  return {
    connectionString: url,
    application_name: 'terbit',
    max: 10,
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
  return pool
}
