import { constants, copyFile, link, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export type PinnedFiles = {
  /** Keeps these files of DATA_DIR as they are now. Returns those that are not there. */
  pin: (names: Iterable<string>) => Promise<string[]>
  pathOf: (name: string) => string
  release: () => Promise<void>
}

const prefix = 'backing-up-'

/**
 * Gives files a second name in DATA_DIR (a hard link), so that they outlive their deletion until the backup has read
 * them. The product never changes a file in place: a picture that is replaced gets a new name or a new file.
 */
export async function pinnedFiles(dataDir: string): Promise<PinnedFiles> {
  await mkdir(dataDir, { recursive: true })
  await removeAbandoned(dataDir)
  const folder = await mkdtemp(join(dataDir, `${prefix}${process.pid}-`))
  const pathOf = (name: string) => join(folder, name)
  return {
    pathOf,
    pin: async (names) => {
      const missing: string[] = []
      for (const name of names) {
        await mkdir(dirname(pathOf(name)), { recursive: true, mode: 0o700 })
        if (!(await keep(join(dataDir, name), pathOf(name)))) missing.push(name)
      }
      return missing
    },
    release: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Links, or copies where the file system has no links or the folder is on another one. */
async function keep(path: string, to: string): Promise<boolean> {
  try {
    await link(path, to).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'EEXIST') throw error
      return copyFile(path, to, constants.COPYFILE_FICLONE)
    })
    return true
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return true
    if (code === 'ENOENT') return false
    throw error
  }
}

/** Removes what killed backups left. Another machine may be making one in the same folder: its process is not ours to see. */
async function removeAbandoned(dataDir: string): Promise<void> {
  const day = 24 * 3600_000
  for (const name of (await readdir(dataDir)).filter((name) => name.startsWith(prefix))) {
    const folder = join(dataDir, name)
    if (Date.now() - (await stat(folder)).mtimeMs > day) await rm(folder, { recursive: true, force: true })
  }
}
