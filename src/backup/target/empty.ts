import type { Client } from 'pg'
import { isUntouchedDemonstration } from '@/demonstration/untouched'
import { keptFiles } from '../files/kept-files'
import { referredFiles } from '../files/referred-files'
import { BackupError } from '../format/backup-error'
import { inSchema, schemaTables } from '../rows/catalogue'

/** Tables that have rows although nobody has written anything yet. */
const ownRows = new Set(['event_consumers', 'payload_kv', 'payload_migrations', 'setup_tokens'])

/**
 * Makes sure that the database holds nothing: no tables, no rows, or the demonstration magazine that nobody has touched.
 * @returns the files that its rows refer to
 * @throws BackupError
 */
export async function assertEmptyDatabase(client: Client): Promise<Set<string>> {
  const tables = await schemaTables(client)
  const filled: string[] = []
  for (const { name } of tables.filter(({ name }) => !ownRows.has(name))) {
    const { rows } = await client.query(`select from ${inSchema(client, name)} limit 1`)
    if (rows.length > 0) filled.push(name)
  }
  if (filled.length === 0) return new Set()
  if (await isUntouchedDemonstration(client)) return referredFiles(client, tables)
  throw new BackupError(
    'Expected an empty database, or the demonstration magazine that nobody has touched, and this one has rows in ' +
      `${filled.slice(0, 5).join(', ')}. Restore into another one: set DATA_DIR, or DATABASE_URL, to a new place.`,
  )
}

/**
 * Makes sure that DATA_DIR holds no files but those of the rows, which are replaced.
 * @throws BackupError
 */
export async function assertNoOtherFiles(dataDir: string, known: ReadonlySet<string>): Promise<void> {
  const { files, others } = await keptFiles(dataDir)
  const strange = [...files, ...others].filter((name) => !known.has(name))
  if (strange.length === 0) return
  throw new BackupError(
    `Expected no files in ${dataDir} but those of the demonstration, found ${strange.length} more, such as ${strange[0]}. ` +
      'Move them away, or set DATA_DIR to a new place.',
  )
}
