import { randomBytes } from 'node:crypto'
import { Client } from 'pg'

export type ScratchDatabase = { url: string; drop(): Promise<void> }

/**
 * Creates a new database on the Postgres of this test run.
 *
 * @param template the database to copy, which takes a tenth of a second. The first worker that asks for its name makes
 * it,
 *   once a run. `prepare` fills it and must have closed its connections when it resolves.
 */
export async function scratchDatabase(template?: {
  name: string
  prepare: (url: string) => Promise<void>
}): Promise<ScratchDatabase> {
  const source = template && (await preparedTemplate(template))
  const name = databaseName(randomBytes(6).toString('hex'))
  await onServer((client) =>
    client.query(`create database "${name}"${source ? ` template "${source}"` : ''}`),
  )
  return {
    url: urlOf(name),
    drop: () =>
      onServer(async (client) => void (await client.query(`drop database if exists "${name}" with (force)`))),
  }
}

async function preparedTemplate(template: {
  name: string
  prepare: (url: string) => Promise<void>
}): Promise<string> {
  const name = databaseName(template.name)
  await onServer(async (client) => {
    // Other workers wait here for the first one. The lock ends with the connection.
    await client.query('select pg_advisory_lock(hashtext($1))', [name])
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount) return
    await client.query(`drop database if exists "${name}_unfinished" with (force)`)
    await client.query(`create database "${name}_unfinished"`)
    await template.prepare(urlOf(`${name}_unfinished`))
    await client.query(`alter database "${name}_unfinished" rename to "${name}"`)
  })
  return name
}

function databaseName(suffix: string): string {
  return `terbit_test_${process.env.TERBIT_TEST_RUN}_${suffix}`
}

function urlOf(database: string): string {
  const url = new URL(serverUrl())
  url.pathname = `/${database}`
  return url.href
}

function serverUrl(): string {
  const url = process.env.TERBIT_TEST_POSTGRES_URL
  if (url) return url
  throw new Error(
    'Expected TERBIT_TEST_POSTGRES_URL. Run this test in a vitest project whose globalSetup names ' +
      'tests/support/postgres/postgres-global-setup.ts.',
  )
}

async function onServer<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: serverUrl() })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
