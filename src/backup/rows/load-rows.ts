import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { isDeepStrictEqual } from 'node:util'
import { createGunzip } from 'node:zlib'
import type { Client } from 'pg'
import { BackupError } from '../format/backup-error'
import { partName } from '../format/entry-names'
import type { TableManifest } from '../format/manifest'
import { archiveEntries } from '../format/read-archive'
import type { Verified } from '../format/verify-archive'
import { foreignKeysOf, inSchema, schemaTables, sequencesOf, type Table, triggersOf } from './catalogue'
import { digestOf, insertRows } from './copy-rows'

/**
 * Fills the tables of a schema, which the migrations of the backup have just made, with the rows of the backup, and proves
 * that every row is there as it was. Foreign keys and triggers are off meanwhile.
 * @throws BackupError
 */
export async function loadRows(
  client: Client,
  { verified, onProgress }: { verified: Verified; onProgress: (step: string) => void },
): Promise<void> {
  const { tables } = verified.manifest
  assertSameTables(await schemaTables(client), tables)
  const foreignKeys = await foreignKeysOf(client)
  const triggers = await triggersOf(client)
  for (const { table, name } of foreignKeys)
    await client.query(
      `alter table ${inSchema(client, table)} drop constraint ${client.escapeIdentifier(name)}`,
    )
  for (const { table, name } of triggers) await setTrigger(client, { table, name, to: 'disable' })
  // Migrations may have written rows too.
  await client.query(`truncate ${tables.map(({ name }) => inSchema(client, name)).join(', ')}`)
  await insertAll(client, { verified, onProgress })
  await assertSameRows(client, { tables, onProgress })
  onProgress('Checking how rows refer to each other')
  for (const { table, name, definition } of foreignKeys)
    await client.query(
      `alter table ${inSchema(client, table)} add constraint ${client.escapeIdentifier(name)} ${definition}`,
    )
  for (const { table, name } of triggers) await setTrigger(client, { table, name, to: 'enable' })
  await setSequences(client, verified)
}

function assertSameTables(made: readonly Table[], expected: readonly TableManifest[]): void {
  const columns = ({ columns }: Pick<Table, 'columns'>) =>
    columns.map(({ name, type }) => `${name} ${type}`).sort()
  const madeByName = new Map(made.map((table) => [table.name, table]))
  for (const table of expected) {
    const same = madeByName.get(table.name)
    if (!same)
      throw new BackupError(
        `Expected only tables of Terbit in the backup, found \`${table.name}\`, which none of its migrations makes. ` +
          'Keep tables of your own in another database, and make the backup again.',
      )
    if (!isDeepStrictEqual(columns(same), columns(table)))
      throw new BackupError(
        `Expected the columns that the migrations make in \`${table.name}\`, and the backup has others: ${columns(table).join(', ')}.`,
      )
    madeByName.delete(table.name)
  }
  const [lacking] = madeByName.keys()
  if (lacking !== undefined)
    throw new BackupError(`Expected the rows of \`${lacking}\` in the backup, and it has no such table.`)
}

async function insertAll(
  client: Client,
  { verified, onProgress }: { verified: Verified; onProgress: (step: string) => void },
): Promise<void> {
  const { path, manifest, sums } = verified
  const tableOf = new Map(
    manifest.tables.flatMap((table) =>
      Array.from({ length: table.parts }, (_, index) => [partName(table.name, index + 1), table] as const),
    ),
  )
  for await (const { name, bytes } of archiveEntries(path)) {
    const table = tableOf.get(name)
    if (!table) continue
    onProgress(`Writing the database: ${table.name}`)
    const hash = createHash('sha256')
    const rows = createGunzip()
    const hashed = async function* () {
      for await (const chunk of bytes) {
        hash.update(chunk)
        yield chunk
      }
    }
    await Promise.all([pipeline(hashed(), rows), insertRows(client, table, rows)])
    if (hash.digest('hex') !== sums.get(name))
      throw new BackupError(`Expected the backup as it was a moment ago, and \`${name}\` changed meanwhile.`)
  }
}

async function assertSameRows(
  client: Client,
  { tables, onProgress }: { tables: readonly TableManifest[]; onProgress: (step: string) => void },
): Promise<void> {
  onProgress('Comparing every row with the backup')
  for (const table of tables) {
    const { rows, sha256 } = await digestOf(client, table)
    if (rows !== table.rows || sha256 !== table.sha256)
      throw new BackupError(
        `Expected the ${table.rows} rows of \`${table.name}\` as they were backed up, found ${rows}, and not the same. ` +
          'The backup, or this Postgres, changes what is written.',
      )
  }
}

/** The sequences were made in this transaction, so a rollback takes back what setval otherwise would leave. */
async function setSequences(client: Client, { manifest }: Verified): Promise<void> {
  const made = new Set((await sequencesOf(client)).map(({ name }) => name))
  for (const { name, lastValue, isCalled } of manifest.sequences) {
    if (!made.has(name))
      throw new BackupError(
        `Expected only sequences of Terbit in the backup, found \`${name}\`, which none of its migrations makes.`,
      )
    await client.query('select setval($1::regclass, $2::bigint, $3)', [
      inSchema(client, name),
      lastValue,
      isCalled,
    ])
  }
}

const setTrigger = (
  client: Client,
  { table, name, to }: { table: string; name: string; to: 'enable' | 'disable' },
) => client.query(`alter table ${inSchema(client, table)} ${to} trigger ${client.escapeIdentifier(name)}`)
