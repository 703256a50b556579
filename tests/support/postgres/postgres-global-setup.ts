import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { ensurePostgres } from '../../../src/database/embedded/embedded'

/** Provides one Postgres for all tests of a run: the one of TERBIT_TEST_POSTGRES_URL, else an embedded one. */
export default async function setup(): Promise<() => Promise<void>> {
  // Workers inherit both variables. The databases of a run carry its name.
  process.env.TERBIT_TEST_RUN = randomBytes(4).toString('hex')
  if (process.env.TERBIT_TEST_POSTGRES_URL) return dropDatabasesOfRun
  const dataDir = await mkdtemp(join(tmpdir(), 'terbit-tests-'))
  // As root, Postgres runs as another user, who must be able to enter the directory.
  await chmod(dataDir, 0o711)
  const server = await ensurePostgres({ dataDir })
  process.env.TERBIT_TEST_POSTGRES_URL = server.url
  return async () => {
    delete process.env.TERBIT_TEST_POSTGRES_URL
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function dropDatabasesOfRun(): Promise<void> {
  const client = new Client({ connectionString: process.env.TERBIT_TEST_POSTGRES_URL })
  await client.connect()
  const { rows } = await client.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [`terbit_test_${process.env.TERBIT_TEST_RUN}_`],
  )
  for (const { datname } of rows) await client.query(`drop database "${datname}" with (force)`)
  await client.end()
}
