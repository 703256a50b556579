import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { createLocalReq, type Payload } from 'payload'
import type { Client } from 'pg'
import { applyMigration, type Migration } from '@/database/migrate'
import { joinTransaction } from '@/database/transactions'
import { isNamed } from '@/error-named'
import { writeEvent } from '@/events/write-event'
import { cacheTags } from '@/publishing/purge/cache-tags'
import { forgetStaged, placeStaged, stageFiles, takeBackStaged } from './files/staged-files'
import { BackupError } from './format/backup-error'
import type { Verified } from './format/verify-archive'
import { objectKinds } from './rows/catalogue'
import { allObjects, dropAll, type Objects } from './rows/drop-all'
import { loadRows } from './rows/load-rows'
import { setTextFormat } from './rows/text-format'
import { transactionMark } from './target/earlier-restore'

export type Restoring = {
  verified: Verified
  /** A connection of the caller's, which has claimed the database and found it empty. */
  client: Client
  payload: Payload
  /** Every migration of this version, in their order. */
  migrations: readonly Migration[]
  dataDir: string
  /** Whether the secret of the backup becomes the one of this instance. */
  withSecret: boolean
  onProgress?: (step: string) => void
}

/**
 * Makes sure that this version has every migration of the backup.
 * @throws BackupError
 */
function assertKnownMigrations({ manifest }: Verified, migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(({ name }) => name))
  const unknown = manifest.migrations.filter((name) => !known.has(name))
  if (unknown.length > 0)
    throw new BackupError(
      `Expected a backup of this version of Terbit or an older one, and it needs ${unknown.join(', ')}. ` +
        `It was made by version ${manifest.version}: restore it with that one, or a newer one.`,
    )
}

/**
 * Makes an empty instance into the one that was backed up, in one transaction: the schema of that time, its rows, the
 * migrations since. Files are put in place just before the COMMIT.
 * @throws BackupError
 */
export async function restore(restoring: Restoring): Promise<void> {
  const { verified, client, dataDir, withSecret, migrations, onProgress = () => undefined } = restoring
  assertKnownMigrations(verified, migrations)
  onProgress(`Writing ${verified.manifest.files.count} files`)
  await stageFiles(verified, { dataDir, withSecret })
  try {
    await client.query('begin')
    await writeDatabase({ ...restoring, onProgress })
    await placeStaged(dataDir, await transactionMark(client))
    await commit(client)
  } catch (error) {
    if (isNamed<UnknownOutcome>(error, 'UnknownOutcome')) throw error
    await client.query('rollback').catch(() => undefined)
    await takeBackStaged(dataDir)
    throw error
  }
  await forgetStaged(dataDir)
}

/** The connection was lost at COMMIT: nobody knows whether the rows were written. The files stay as they are. */
class UnknownOutcome extends BackupError {
  override name = 'UnknownOutcome'
}

async function commit(client: Client): Promise<void> {
  let command: string
  try {
    command = (await client.query('commit')).command
  } catch (cause) {
    // Where Postgres itself answered, there is an SQLSTATE.
    if (/^[0-9A-Z]{5}$/.test(String((cause as { code?: unknown }).code))) throw cause
    throw new UnknownOutcome(
      'The connection to Postgres broke while the restored rows were being committed. Restore again: ' +
        'either that finds the database restored already, or it begins anew.',
      { cause },
    )
  }
  if (command !== 'COMMIT') throw new BackupError('Expected COMMIT, and Postgres rolled the restore back.')
}

async function writeDatabase({
  verified,
  client,
  payload,
  migrations,
  onProgress,
}: Restoring & { onProgress: (step: string) => void }): Promise<void> {
  await setTextFormat(client)
  const before = await allObjects(client)
  await dropAll(client)
  const { id, leave } = joinTransaction(payload.db as unknown as PostgresAdapter, client)
  try {
    const req = await createLocalReq({}, payload)
    req.transactionID = id
    const had = new Set(verified.manifest.migrations)
    const run = async (missing: readonly Migration[], batch: number) => {
      for (const migration of missing) {
        onProgress(`Migrating the database: ${migration.name}`)
        await applyMigration(req, { migration, batch })
        await setTextFormat(client)
      }
    }
    await run(
      migrations.filter(({ name }) => had.has(name)),
      1,
    )
    await loadRows(client, { verified, onProgress })
    const { rows } = await client.query<{ batch: number }>(
      'select coalesce(max(batch), 0)::int as batch from payload_migrations',
    )
    await run(
      migrations.filter(({ name }) => !had.has(name)),
      (rows[0]?.batch ?? 0) + 1,
    )
    assertNothingLost(before, await allObjects(client))
    // Pages that a server of this instance has kept show what was here before.
    await writeEvent(req, {
      collection: 'site',
      document: null,
      locale: null,
      what: 'updated',
      details: { tags: [cacheTags.everything] },
    })
  } finally {
    leave()
  }
}

/** A table that was in the database before, and that no migration makes, belongs to somebody else. */
function assertNothingLost(before: Objects, after: Objects): void {
  for (const kind of objectKinds) {
    const made = new Set(after[kind])
    const lost = before[kind].filter((name) => !made.has(name))
    if (lost.length > 0)
      throw new BackupError(
        `Expected a database of Terbit's own, found in it the ${kind} ${lost.join(', ')}, which is not Terbit's. Use another database.`,
      )
  }
}
