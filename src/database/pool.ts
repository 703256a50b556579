import type { PostgresAdapter } from '@payloadcms/db-postgres'

type PoolOptions = PostgresAdapter['poolOptions']

/** Settings of a pool whose queries end: none waits for a connection, a lock or a caller for ever. */
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
    // A command ends when its work is done, not when the last connection has idled long enough.
    allowExitOnIdle: true,
  }
}

/**
 * A pool that outlives its connections: one that breaks, lent or idle, is reported and replaced by the next query.
 * Without listeners Node would end the process instead.
 */
export function createPool(
  { pg, poolOptions }: Pick<PostgresAdapter, 'pg' | 'poolOptions'>,
  onLost: (error: Error) => void,
): PostgresAdapter['pool'] {
  const pool = new pg.Pool(poolOptions)
  pool.on('connect', (client) => {
    client.once('error', onLost)
    // A connection that breaks may say so twice.
    client.on('error', () => undefined)
  })
  // An idle connection's error arrives here too, after it was reported.
  pool.on('error', () => undefined)
  return pool
}
