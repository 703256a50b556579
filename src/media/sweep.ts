import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { BasePayload } from 'payload'
import { query, sql } from '@/database/query'
import type { MediaFolders } from './keep-files'

/** Milliseconds after which a file whose row is not there belongs to no upload that is still under way. */
const uploadTakes = 60 * 60_000

/**
 * Removes the files that no row names, older than an hour: a process was killed, or the disk full, in the middle of an
 * upload. Returns how many it removed.
 */
export async function sweepFiles(payload: BasePayload, folders: MediaFolders): Promise<number> {
  const removed = [
    await sweep(folders.media, () =>
      namesOf(
        payload,
        sql`select unnest(array[filename, sizes_small_filename, sizes_medium_filename, sizes_large_filename]) as name
            from media`,
      ),
    ),
    await sweep(folders.originals, () =>
      namesOf(payload, sql`select original_sha256 as name from media union select sha256 from sources`),
    ),
  ]
  return removed.reduce((sum, one) => sum + one)
}

async function namesOf(payload: BasePayload, statement: Parameters<typeof query>[1]): Promise<Set<string>> {
  const rows = await query<{ name: string | null }>(payload, statement)
  return new Set(rows.flatMap(({ name }) => (name === null ? [] : [name])))
}

async function sweep(folder: string, named: () => Promise<ReadonlySet<string>>): Promise<number> {
  const old = await oldFiles(folder)
  if (old.length === 0) return 0
  // Read after the folder, so that a row which was saved meanwhile keeps its files.
  const kept = await named()
  const loose = old.filter((name) => !kept.has(name))
  for (const name of loose) await rm(join(folder, name), { force: true })
  return loose.length
}

async function oldFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return []
  })
  const old: string[] = []
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const found = await stat(join(folder, entry.name)).catch(() => undefined)
    if (found && found.mtimeMs < Date.now() - uploadTakes) old.push(entry.name)
  }
  return old
}
