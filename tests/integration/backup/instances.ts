import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { chmod, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getPayload, type Payload, type SanitizedConfig } from 'payload'
import { Client } from 'pg'
import { verifyArchive } from '@/backup/format/verify-archive'
import { restore } from '@/backup/restore'
import { prepareTarget } from '@/backup/target/prepare-target'
import { postgresAdapter } from '@/database/adapter'
import type { Migration } from '@/database/migrate'
import { environment, supply } from '@/env'
import { migrations as ownMigrations } from '../../../migrations'
import { scratchDatabase } from '../../support/postgres/database'

export type Instance = { databaseUrl: string; dataDir: string; remove: () => Promise<void> }

/** An instance without tables or files, whose database belongs to a role that may do nothing else. */
export async function emptyInstance(): Promise<Instance> {
  const database = await scratchDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'terbit-instance-'))
  const url = new URL(database.url)
  const role = `terbit_${randomBytes(6).toString('hex')}`
  const name = url.pathname.slice(1)
  await inDatabase(database.url, async (client) => {
    await client.query(`create role ${role} login password 'secret' nosuperuser nocreatedb nocreaterole`)
    await client.query(`alter database "${name}" owner to ${role}`)
  })
  url.username = role
  url.password = 'secret'
  return {
    databaseUrl: url.href,
    dataDir,
    remove: async () => {
      await database.drop()
      await inDatabase(process.env.TERBIT_TEST_POSTGRES_URL ?? '', (client) =>
        client.query(`drop role ${role}`),
      )
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export async function inDatabase<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The product's Payload on a database, whatever that of the settings is. */
export async function payloadOn(url: string): Promise<Payload> {
  // The configuration reads them when it is loaded for the first time.
  if (!environment().databaseUrl)
    supply({ DATABASE_URL: url, PAYLOAD_SECRET: 'a secret for tests alone', SITE_URL: 'http://127.0.0.1' })
  const { default: config } = await import('@payload-config')
  const settings = await config
  const db = { ...settings.db, ...postgresAdapter({ url, migrationDir: '/nowhere', push: false }) }
  return getPayload({
    config: { ...settings, db } as SanitizedConfig,
    key: randomUUID(),
    disableOnInit: true,
  })
}

/** Restores a file as the command does. */
export async function restoreFile(
  file: string,
  { databaseUrl, dataDir }: Pick<Instance, 'databaseUrl' | 'dataDir'>,
  { migrations = ownMigrations, withSecret = false }: { migrations?: Migration[]; withSecret?: boolean } = {},
): Promise<void> {
  const verified = await verifyArchive(file)
  const client = await prepareTarget({ databaseUrl, dataDir })
  try {
    const payload = await payloadOn(databaseUrl)
    try {
      await restore({ verified, client, payload, migrations, dataDir, withSecret })
    } finally {
      await payload.destroy()
    }
  } finally {
    await client.end()
  }
}

/** Every row of every table as text, hashed by Postgres itself; and where every sequence stands. */
export async function fingerprints(url: string): Promise<Record<string, string>> {
  return inDatabase(url, async (client) => {
    const { rows } = await client.query<{ name: string; kind: string }>(
      `select relname as name, relkind as kind from pg_class
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'S') order by 1`,
    )
    const found: Record<string, string> = {}
    for (const { name, kind } of rows) {
      const statement =
        kind === 'S'
          ? `select last_value || ' ' || is_called as found from "${name}"`
          : `select count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text collate "C")), '') as found from "${name}" t`
      const result = await client.query<{ found: string }>(statement)
      found[name] = result.rows[0]?.found ?? ''
    }
    return found
  })
}

/** The SHA-256 of every file below a folder. */
export async function fileHashes(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const hashes = await Promise.all(
    files.map(
      async (file) =>
        [
          file.slice(folder.length + 1),
          createHash('sha256')
            .update(await readFile(file))
            .digest('hex'),
        ] as const,
    ),
  )
  return Object.fromEntries(hashes.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A folder for backups that is gone when the tests are. */
export async function shelf(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'terbit-shelf-'))
  await chmod(folder, 0o755)
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
