import type { Payload } from 'payload'
import { Client } from 'pg'

/** Advisory locks that nothing else in this database uses. */
const locks = { migrations: '128034661886324', 'first start': '128034661886325' } as const

/**
 * Does some work while no other process or instance that shares this database does the same.
 * @param options.onWait called when another one holds the lock
 */
export async function underLock<T>(
  payload: Pick<Payload, 'db' | 'logger'>,
  { lock, onWait }: { lock: keyof typeof locks; onWait: () => void },
  work: (client: Client) => Promise<T>,
): Promise<T> {
  // The lock gets a connection of its own, because it must outlast the pool's transactions and time limits.
  const client = new Client({ connectionString: payload.db.poolOptions.connectionString, keepAlive: true })
  client.on('error', (err) => payload.logger.error({ err, msg: `The lock on ${lock} was lost` }))
  await client.connect()
  try {
    const { rows } = await client.query('select pg_try_advisory_lock($1) as locked', [locks[lock]])
    if (!rows[0]?.locked) {
      onWait()
      await client.query('select pg_advisory_lock($1)', [locks[lock]])
    }
    return await work(client)
  } finally {
    await client.end()
  }
}
