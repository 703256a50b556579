import type { MigrateUpArgs, PostgresAdapter } from '@payloadcms/db-postgres'
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
  readMigrationFiles,
} from 'payload'
import type { Client } from 'pg'
import { underLock } from './lock'

/** A migration as Payload generates it. We never run its `down`. */
export type Migration = { name: string; up: (args: MigrateUpArgs) => Promise<void> }

/**
 * Runs the missing migrations of this database while no other instance does the same. Returns their names.
 *
 * This does not use payload.db.migrate, which takes no lock, asks questions on a terminal, and ends the process when a
 * migration fails.
 *
 * @throws when a migration fails (it is rolled back) or when the database was made by Payload's push.
 */
export async function migrateUnderLock(
  payload: Payload,
  options: { onProgress?: (step: string) => void; migrations?: Migration[] } = {},
): Promise<string[]> {
  const report = options.onProgress ?? (() => undefined)
  const onWait = () => report('Waiting for another instance, which is migrating the database')
  return underLock(payload, { lock: 'migrations', onWait }, async (client) => {
    const applied = await appliedMigrations(client)
    const files = options.migrations ?? (await readMigrationFiles({ payload }))
    const missing = files.filter(({ name }) => !applied.names.has(name))
    for (const [index, migration] of missing.entries()) {
      report(`Migrating the database: ${migration.name} (${index + 1} of ${missing.length})`)
      await run(payload, migration, applied.batch + 1)
    }
    return missing.map(({ name }) => name)
  })
}

async function appliedMigrations(client: Client): Promise<{ names: Set<string>; batch: number }> {
  const table = await client.query("select to_regclass('payload_migrations') as name")
  if (!table.rows[0]?.name) return { names: new Set(), batch: 0 }
  const { rows } = await client.query<{ name: string; batch: string }>(
    'select name, batch from payload_migrations',
  )
  // Payload marks a database that it made by push, without migrations, with batch -1.
  if (rows.some(({ batch }) => Number(batch) === -1)) {
    throw new Error(
      'Expected a database made by migrations, and this one was made by `push: true`. ' +
        'Use another database, or empty this one.',
    )
  }
  return {
    names: new Set(rows.map(({ name }) => name)),
    batch: Math.max(0, ...rows.map((row) => Number(row.batch))),
  }
}

/**
 * Runs one migration in the transaction of the request, and notes that it ran.
 * @throws Error that names the migration
 */
export async function applyMigration(
  req: PayloadRequest,
  { migration, batch }: { migration: Migration; batch: number },
): Promise<void> {
  try {
    const adapter = req.payload.db as Payload['db'] & PostgresAdapter
    const session = adapter.sessions[String(await req.transactionID)]
    if (!session) throw new Error('Expected an open transaction for the migration; the adapter gave none.')
    await adapter.execute({ drizzle: session.db, raw: 'set local statement_timeout = 0' })
    await migration.up({ db: session.db as unknown as MigrateUpArgs['db'], payload: req.payload, req })
    await req.payload.create({
      collection: 'payload-migrations',
      data: { name: migration.name, batch },
      req,
    })
  } catch (cause) {
    throw new Error(
      `Migration ${migration.name} failed and was rolled back: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    )
  }
}

async function run(payload: Payload, migration: Migration, batch: number): Promise<void> {
  const req = await createLocalReq({}, payload)
  try {
    await initTransaction(req)
    await applyMigration(req, { migration, batch })
    await commitTransaction(req)
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}
