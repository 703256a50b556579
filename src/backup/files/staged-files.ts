import { createHash } from 'node:crypto'
import { lstat, mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { BackupError } from '../format/backup-error'
import { isKeptFile, keptFolders, secretName } from '../format/entry-names'
import { archiveEntries } from '../format/read-archive'
import type { Verified } from '../format/verify-archive'

/**
 * In DATA_DIR, while a restore is under way:
 *
 *   restoring/new/media   written, not yet in its place
 *   restoring/old/media   what stood in its place before, or `media.absent` where nothing did
 *
 * Files are put in their places just before COMMIT. A restore that was killed between the two leaves `restoring` behind,
 * and the next one puts everything back first.
 */
const staging = (dataDir: string) => join(dataDir, 'restoring')
const names = [...keptFolders, secretName]

/** The file that names the restoring transaction, from when files are in their places until it is committed. */
export const markOf = (dataDir: string): string => join(staging(dataDir), 'transaction.json')

/** Writes the files of a backup beside their places, each checked against its SHA-256. */
export async function stageFiles(
  { path, sums }: Verified,
  { dataDir, withSecret }: { dataDir: string; withSecret: boolean },
): Promise<void> {
  const fresh = join(staging(dataDir), 'new')
  await mkdir(join(staging(dataDir), 'old'), { recursive: true, mode: 0o700 })
  for (const folder of keptFolders) await mkdir(join(fresh, folder), { recursive: true })
  for await (const { name, bytes } of archiveEntries(path)) {
    if (!isKeptFile(name) && !(withSecret && name === secretName)) continue
    const sha256 = await writeNew(join(fresh, name), bytes, name === secretName ? 0o600 : 0o644)
    if (sha256 !== sums.get(name))
      throw new BackupError(`Expected the backup as it was a moment ago, and \`${name}\` changed meanwhile.`)
  }
}

async function writeNew(
  path: string,
  bytes: AsyncIterable<Buffer> | Buffer[],
  mode: number,
): Promise<string> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'wx', mode)
  try {
    const hash = createHash('sha256')
    for await (const chunk of bytes) {
      hash.update(chunk)
      await file.writeFile(chunk)
    }
    await file.sync()
    return hash.digest('hex')
  } finally {
    await file.close()
  }
}

/** Puts the staged files in their places. What stood there is kept until `forgetStaged`. */
export async function placeStaged(dataDir: string, mark: string): Promise<void> {
  await writeNew(markOf(dataDir), [Buffer.from(mark)], 0o600)
  for (const name of names) {
    const [fresh, old, place] = placesOf(dataDir, name)
    if (!(await exists(fresh))) continue
    if (await exists(place)) await rename(place, old)
    else await writeFile(`${old}.absent`, '')
    await rename(fresh, place)
  }
}

/** Takes back what `placeStaged` did, or did half. Does nothing where no restore was under way. */
export async function takeBackStaged(dataDir: string): Promise<void> {
  for (const name of names) {
    const [, old, place] = placesOf(dataDir, name)
    const wasThere = await exists(old)
    if (!wasThere && !(await exists(`${old}.absent`))) continue
    await rm(place, { recursive: true, force: true })
    if (wasThere) await rename(old, place)
    else await rm(`${old}.absent`)
  }
  await forgetStaged(dataDir)
}

export const forgetStaged = (dataDir: string): Promise<void> =>
  rm(staging(dataDir), { recursive: true, force: true })

/**
 * A folder that is a link, or a disk of its own, cannot change its place.
 * @throws BackupError
 */
export async function assertMovable(dataDir: string): Promise<void> {
  const { dev } = await lstat(dataDir)
  for (const folder of keptFolders) {
    const found = await lstat(join(dataDir, folder)).catch(() => undefined)
    if (found && (!found.isDirectory() || found.dev !== dev))
      throw new BackupError(
        `Expected ${join(dataDir, folder)} to be a folder, found a link or another disk. Restore without it, and move the files after that.`,
      )
  }
}

const placesOf = (dataDir: string, name: string) =>
  [join(staging(dataDir), 'new', name), join(staging(dataDir), 'old', name), join(dataDir, name)] as const

const exists = async (path: string): Promise<boolean> =>
  (await lstat(path).catch(() => undefined)) !== undefined
