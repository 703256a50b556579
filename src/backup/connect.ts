import { Client } from 'pg'

/** Opens a connection of its own, without the time limits of the pool. It shows as `terbit` in pg_stat_activity. */
export async function connect(url: string): Promise<Client> {
  const client = new Client({
    connectionString: url,
    application_name: 'terbit',
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
  })
  // The query that is under way rejects with the same error.
  client.on('error', () => undefined)
  await client.connect()
  return client
}
