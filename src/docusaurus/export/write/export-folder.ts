import { lstat, mkdir, readdir, readFile, realpath, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { sha256Of } from '@/sha256'
import type { Item } from '../../format/report'

/** The folder in which files are written before they are moved. A killed export may leave files in it. */
const unfinished = '.terbit-export'

/** The hashes with which a file was exported or imported. A file with one of them may be written over. */
type KnownHashes = (path: string) => readonly string[]

type Written = 'written' | 'unchanged'

/** Writes files into one folder and never outside of it. A file is written whole or not at all. */
export class ExportFolder {
  readonly #root: string
  readonly #known: KnownHashes
  readonly #force: boolean
  /** The folders that are known to be within the root. */
  readonly #sound = new Set<string>()

  private constructor(root: string, { known, force }: { known: KnownHashes; force: boolean }) {
    this.#root = root
    this.#known = known
    this.#force = force
  }

  static async open(dir: string, options: { known: KnownHashes; force: boolean }): Promise<ExportFolder> {
    await mkdir(dir, { recursive: true })
    const folder = new ExportFolder(await realpath(dir), options)
    await rm(join(folder.#root, unfinished), { recursive: true, force: true })
    await mkdir(join(folder.#root, unfinished))
    return folder
  }

  async close(): Promise<void> {
    await rm(join(this.#root, unfinished), { recursive: true, force: true })
  }

  /** Writes a file, unless it has these bytes already. Returns an item for the report where it may not be written. */
  async write(path: string, bytes: Uint8Array): Promise<Written | Item> {
    if (!(await this.#within(path))) return leaves(path)
    const target = join(this.#root, path)
    const present = await hashAt(target)
    const hash = sha256Of(bytes)
    if (present === hash) return 'unchanged'
    if (present !== undefined && !this.#force && !this.#known(path).includes(present))
      return changedThere(path)
    await mkdir(dirname(target), { recursive: true })
    const draft = join(this.#root, unfinished, hash)
    await writeFile(draft, bytes)
    await rename(draft, target)
    return 'written'
  }

  /** Removes a file that an export or import knows, and the folders that are empty then. */
  async remove(path: string): Promise<boolean> {
    if (!(await this.#within(path))) return false
    const target = join(this.#root, path)
    const present = await hashAt(target)
    if (present === undefined || !this.#known(path).includes(present)) return false
    await rm(target)
    let folder = dirname(target)
    while (folder !== this.#root && (await readdir(folder)).length === 0) {
      await rmdir(folder)
      folder = dirname(folder)
    }
    return true
  }

  /** Whether a path stays below the root, links included. */
  async #within(path: string): Promise<boolean> {
    const parts = path.split('/')
    if (parts.some((part) => part === '' || part === '.' || part === '..' || /[\\\p{Cc}]/u.test(part)))
      return false
    for (const [index] of parts.entries()) {
      const prefix = parts.slice(0, index + 1).join('/')
      if (this.#sound.has(prefix)) continue
      const at = join(this.#root, prefix)
      const found = await lstat(at).catch(absent)
      if (!found) return true
      if (found.isSymbolicLink() && !(await this.#staysWithin(at))) return false
      if (found.isDirectory()) this.#sound.add(prefix)
    }
    return true
  }

  async #staysWithin(at: string): Promise<boolean> {
    const target = await realpath(at).catch(absent)
    const path = target === undefined ? '..' : relative(this.#root, target)
    return path !== '..' && !path.startsWith(`..${sep}`)
  }
}

async function hashAt(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch(absent)
  return bytes && sha256Of(bytes)
}

/** Turns the error of a missing file into undefined, and throws any other. */
function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
    return undefined
  throw error
}

const leaves = (file: string): Item => ({
  file,
  line: 1,
  code: 'path-leaves-site',
  message: 'Expected a path within the folder, found one that leads out of it. Nothing was written there.',
})

const changedThere = (file: string): Item => ({
  file,
  line: 1,
  code: 'changed-there',
  message:
    'This file is neither as it was imported nor as it was exported last. ' +
    'Import it first, or export again with --force to write over it.',
})
