import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { LRUCache } from 'lru-cache'

export type DiskCache = {
  /** Returns the picture of a key, or undefined when there is none or its file is damaged. */
  read: (key: string) => Promise<Uint8Array<ArrayBuffer> | undefined>
  /** Keeps a picture. A full disk or a missing permission costs only the cache: the failure goes to `onFailure`. */
  write: (key: string, png: Uint8Array) => Promise<void>
}

export type DiskCacheOptions = {
  directory: string
  /** The most bytes that all files may have together. The least recently used files are deleted first. */
  limit: number
  onFailure: (error: unknown) => void
}

const digestLength = 32
const extension = '.card'

/**
 * Stores pictures as files, one per key (in hexadecimal). A file ends in the SHA-256 of the bytes before it and is
 * put in place by a rename. A file that was cut short or altered is deleted, and its picture is drawn again.
 */
export function diskCache({ directory, limit, onFailure }: DiskCacheOptions): DiskCache {
  const files = new LRUCache<string, number>({
    maxSize: limit,
    sizeCalculation: (bytes) => Math.max(bytes, 1),
    dispose: (_bytes, key, reason) => {
      if (reason === 'evict' || reason === 'delete') rm(fileOf(key), { force: true }).catch(onFailure)
    },
  })
  const fileOf = (key: string) => path.join(directory, key.slice(0, 2), key + extension)
  let known: Promise<void> | undefined
  const listed = () => {
    known ??= listFiles(directory).then((found) => {
      for (const { key, bytes } of found) files.set(key, bytes)
    })
    return known
  }

  return {
    async read(key) {
      const stored = await readFile(fileOf(key)).catch(() => undefined)
      if (!stored) return undefined
      const png = stored.subarray(0, -digestLength)
      await listed().catch(onFailure)
      if (!digest(png).equals(stored.subarray(-digestLength))) {
        files.delete(key)
        await rm(fileOf(key), { force: true }).catch(onFailure)
        return undefined
      }
      files.set(key, stored.length)
      const now = new Date()
      utimes(fileOf(key), now, now).catch(onFailure)
      return new Uint8Array(png)
    },
    async write(key, png) {
      if (png.length + digestLength > limit) return
      try {
        await listed()
        const file = fileOf(key)
        const unfinished = path.join(directory, `${randomUUID()}.part`)
        await mkdir(path.dirname(file), { recursive: true })
        await writeFile(unfinished, Buffer.concat([png, digest(png)]))
        await rename(unfinished, file)
        files.set(key, png.length + digestLength)
      } catch (error) {
        onFailure(error)
      }
    },
  }
}

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

/**
 * Lists the files that a former process left, the least recently used first. Removes unfinished files of a process
 * that was killed.
 */
async function listFiles(directory: string): Promise<{ key: string; bytes: number; used: number }[]> {
  await mkdir(directory, { recursive: true })
  const names = await readdir(directory, { recursive: true })
  const found = await Promise.all(
    names.map(async (name) => {
      const file = path.join(directory, name)
      const about = await stat(file).catch(() => undefined)
      if (!about?.isFile()) return []
      if (name.endsWith(extension)) {
        return [{ key: path.basename(name, extension), bytes: about.size, used: about.mtimeMs }]
      }
      if (Date.now() - about.mtimeMs > 60_000) await rm(file, { force: true })
      return []
    }),
  )
  return found.flat().sort((one, other) => one.used - other.used)
}
