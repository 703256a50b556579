import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Client } from 'pg'
import { connect } from './connect'
import { keptFiles } from './files/kept-files'
import { type PinnedFiles, pinnedFiles } from './files/pinned-files'
import { referredFiles } from './files/referred-files'
import { BackupError } from './format/backup-error'
import { keptFolders, manifestName, partName, secretName, sumsName } from './format/entry-names'
import { formatVersion, type Manifest, type TableManifest } from './format/manifest'
import { sumsText } from './format/sums-text'
import { type ArchiveWriter, writeArchive } from './format/write-archive'
import { appliedMigrations, sequencesOf, type Table } from './rows/catalogue'
import { rowsOf } from './rows/copy-rows'
import { rowsDigest } from './rows/rows-digest'
import { beginSnapshot } from './rows/snapshot'

export type BackupOptions = {
  /** The path of the backup. Nothing may be there yet. */
  file: string
  databaseUrl: string
  dataDir: string
  /** PAYLOAD_SECRET, where the backup should hold it. */
  secret?: string | undefined
  signal?: AbortSignal
  onProgress?: (step: string) => void
}

const compressed = promisify(gzip)

/**
 * Writes everything that an instance cannot make again into one file: the rows of one moment, the files that they refer to,
 * and the secret where it is given. Others go on working meanwhile.
 * @throws BackupError
 */
export async function backup(options: BackupOptions): Promise<Manifest> {
  const { databaseUrl, dataDir } = options
  const file = resolve(options.file)
  assertGoodPlace(file, dataDir)
  const client = await connect(databaseUrl)
  const pinned = await pinnedFiles(dataDir)
  try {
    const { tables, missing, files } = await beginConsistently({ client, pinned, dataDir })
    let manifest: Manifest | undefined
    await writeArchive(file, async (archive) => {
      manifest = await fill(archive, { ...options, client, pinned, tables, missing, files })
    })
    if (!manifest) throw new Error('Expected a manifest of the archive that was written.')
    return manifest
  } finally {
    await pinned.release()
    await client.end()
  }
}

function assertGoodPlace(file: string, dataDir: string): void {
  if (existsSync(file)) throw new BackupError(`Expected a new file, and ${file} exists. Name another.`)
  if (!existsSync(dirname(file)))
    throw new BackupError(`Expected a folder ${dirname(file)} for the backup, and there is none.`)
  if (keptFolders.some((folder) => file.startsWith(join(dataDir, folder, '/'))))
    throw new BackupError(`Expected a place outside of the folders that are backed up, found ${file}.`)
}

type Consistent = { tables: Table[]; files: string[]; missing: string[] }

/**
 * Begins a snapshot of the rows for which every file is there. Files are pinned before it, so that those of rows that are
 * deleted meanwhile are kept; and once more after it, for the pictures that came in between. Where a picture is
 * being deleted just then, its file goes before its row: then we begin again.
 */
async function beginConsistently({
  client,
  pinned,
  dataDir,
}: {
  client: Client
  pinned: PinnedFiles
  dataDir: string
}): Promise<Consistent> {
  const attempts = 4
  for (let attempt = 1; ; attempt++) {
    const found = await keptFiles(dataDir)
    if (found.others.length > 0)
      throw new BackupError(
        `Expected nothing but files with plain names in media/ and originals/, found ${found.others.slice(0, 5).join(', ')}. ` +
          'Move them away.',
      )
    const gone = new Set(await pinned.pin(found.files))
    const tables = await beginSnapshot(client)
    const referred = await referredFiles(client, tables)
    const missing = (await pinned.pin(referred)).sort()
    const files = new Set([...found.files.filter((name) => !gone.has(name)), ...referred])
    for (const name of missing) files.delete(name)
    if (missing.length === 0 || attempt === attempts) return { tables, files: [...files].sort(), missing }
    await client.query('rollback')
    await wait(300)
  }
}

type Filling = BackupOptions & Consistent & { client: Client; pinned: PinnedFiles }

async function fill(archive: ArchiveWriter, filling: Filling): Promise<Manifest> {
  const { client, pinned, secret, onProgress, signal } = filling
  const migrations = await appliedMigrations(client)
  if (migrations.length === 0)
    throw new BackupError('Expected the database of a Terbit, and it has no migrations: start it first.')
  const { rows: versions } = await client.query<{ server_version: string }>('show server_version')
  const tables: TableManifest[] = []
  for (const [index, table] of filling.tables.entries()) {
    onProgress?.(`Reading the database: ${table.name} (${index + 1} of ${filling.tables.length})`)
    tables.push(await addTable(archive, { client, table, signal }))
  }
  // A sequence belongs to no snapshot. Read after the rows, it stands behind every id that they have.
  const sequences = await sequencesOf(client)
  await client.query('commit')
  let bytes = 0
  for (const [index, name] of filling.files.entries()) {
    signal?.throwIfAborted()
    if (index % 100 === 0) onProgress?.(`Reading files (${index + 1} of ${filling.files.length})`)
    bytes += await archive.addFile(name, pinned.pathOf(name))
  }
  if (secret !== undefined) await archive.add(secretName, Buffer.from(secret))
  const manifest: Manifest = {
    product: 'terbit',
    format: formatVersion,
    version: await productVersion(),
    madeAt: new Date().toISOString(),
    postgres: versions[0]?.server_version ?? '',
    migrations,
    tables,
    sequences,
    files: { count: filling.files.length, bytes },
    missing: filling.missing,
    secrets: secret !== undefined,
  }
  await archive.add(manifestName, Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`))
  await archive.add(sumsName, Buffer.from(sumsText(archive.sums)))
  return manifest
}

async function addTable(
  archive: ArchiveWriter,
  { client, table, signal }: { client: Client; table: Table; signal: AbortSignal | undefined },
): Promise<TableManifest> {
  const digest = rowsDigest()
  let parts = 0
  for await (const rows of rowsOf(client, table)) {
    signal?.throwIfAborted()
    digest.add(rows)
    await archive.add(partName(table.name, ++parts), await compressed(rows, { level: 4 }))
  }
  return { ...table, ...digest.result(), parts }
}

async function productVersion(): Promise<string> {
  const path = fileURLToPath(new URL('../../package.json', import.meta.url))
  const { version } = JSON.parse(await readFile(path, 'utf8')) as { version: string }
  return version
}
