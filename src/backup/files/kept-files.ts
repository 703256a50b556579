import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { isKeptFile, keptFolders } from '../format/entry-names'

export type FoundFiles = {
  /** Names of files below DATA_DIR: `media/a.webp`. */
  files: string[]
  /** Entries of those folders that cannot be in a backup: links, devices, names with control characters. */
  others: string[]
}

/** Finds the files that a backup holds. Unfinished files, whose names start with a dot, are passed over. */
export async function keptFiles(dataDir: string): Promise<FoundFiles> {
  const found: FoundFiles = { files: [], others: [] }
  for (const folder of keptFolders) {
    const entries = await readdir(join(dataDir, folder), { recursive: true, withFileTypes: true }).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return []
        throw error
      },
    )
    for (const entry of entries) {
      const name = relative(dataDir, join(entry.parentPath, entry.name)).split(sep).join('/')
      if (entry.isDirectory() || name.split('/').some((segment) => segment.startsWith('.'))) continue
      ;(entry.isFile() && isKeptFile(name) ? found.files : found.others).push(name)
    }
  }
  return { files: found.files.sort(), others: found.others.sort() }
}
