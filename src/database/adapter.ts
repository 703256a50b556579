import { type PostgresAdapter, postgresAdapter as payloadAdapter } from '@payloadcms/db-postgres'
import type { DatabaseAdapterObj } from 'payload'
import { measure } from '@/metrics/measures'
import { createPool, poolOptions } from './pool'
import { useStrictTransactions } from './transactions'

type PayloadOptions = Parameters<typeof payloadAdapter>[0]

/**
 * Payload's Postgres adapter with uuid ids, a pool that survives a restart of Postgres, and transactions that
 * reject when they were not committed.
 *
 * @param options.url a Postgres connection URI.
 * @param options.connections how many the pool holds at most: 3 or more, 10 if unset.
 * @param options.migrationDir absolute.
 */
export function postgresAdapter(
  options: { url: string; connections?: number; migrationDir: string; push: boolean } & Pick<
    PayloadOptions,
    'afterSchemaInit' | 'allowIDOnCreate' | 'beforeSchemaInit' | 'generateSchemaOutputFile'
  >,
): DatabaseAdapterObj<PostgresAdapter> {
  const { url, connections, ...rest } = options
  const pool = poolOptions(url, connections)
  const upstream = payloadAdapter({ ...rest, idType: 'uuid', pool, disableCreateDatabase: true })
  return {
    ...upstream,
    init: (args) => {
      const adapter = upstream.init(args)
      usePool(adapter)
      useStrictTransactions(adapter)
      return adapter
    },
  }
}

/**
 * Connects through a pool of our own. Payload's connect takes a connection that it never gives back, takes another
 * after each restart of Postgres, and does not listen to the errors of the other connections.
 */
function usePool(adapter: PostgresAdapter): void {
  const { connect, destroy } = adapter
  adapter.connect = async (options) => {
    adapter.pool ??= createPool(adapter, (err) =>
      adapter.payload.logger.warn({
        err,
        msg: 'A connection to Postgres was lost; the next query opens another',
      }),
    )
    const { pool } = adapter
    measure('pool', () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }))
    await assertReachable(adapter)
    await connect?.call(adapter, options)
  }
  adapter.destroy = async () => {
    const { pool } = adapter
    Reflect.deleteProperty(adapter, 'pool')
    await destroy?.call(adapter)
    await pool?.end()
  }
}

async function assertReachable({ pool }: PostgresAdapter): Promise<void> {
  try {
    await pool.query('select 1')
  } catch (cause) {
    throw new Error(
      `Expected a Postgres at DATABASE_URL, and it did not answer: ${String(cause)}. ` +
        'Check that it runs and that the database, the user and the password exist.',
      { cause },
    )
  }
}
