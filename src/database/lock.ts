import type { Payload } from 'payload'
import { Client } from 'pg'

/** Advisory locks that nothing else in this database uses. */
const locks = { migrations: '128034661886324', 'first start': '128034661886325' } as const

type Lock = keyof typeof locks

/**
 * Takes a lock for as long as this connection lives.
 * @returns false where somebody else holds it
 */
export async function tryLock(client: Client, lock: Lock): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>('select pg_try_advisory_lock($1) as locked', [
    locks[lock],
  ])
  return rows[0]?.locked === true
}

/**
 * Does some work while no other process or instance that shares this database does the same.
 * @param options.onWait called when another one holds the lock
 */
export async function underLock<T>(
  payload: Pick<Payload, 'db' | 'logger'>,
  { lock, onWait }: { lock: Lock; onWait: () => void },
  work: (client: Client) => Promise<T>,
): Promise<T> {
  // The lock gets a connection of its own, because it must outlast the pool's transactions and time limits.
  const client = new Client({
    connectionString: payload.db.poolOptions.connectionString,
    application_name: 'terbit',
    keepAlive: true,
  })
  client.on('error', (err) => payload.logger.error({ err, msg: `The lock on ${lock} was lost` }))
  await client.connect()
  try {
    if (!(await tryLock(client, lock))) {
      onWait()
      await client.query('select pg_advisory_lock($1)', [locks[lock]])
    }
    return await work(client)
  } finally {
    await client.end()
  }
}
