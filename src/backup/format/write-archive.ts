import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { type Pack, pack } from 'tar-stream'

export type ArchiveWriter = {
  /** Adds an entry, and remembers its SHA-256. */
  add: (name: string, bytes: Buffer) => Promise<void>
  /** Adds a file as it is at this moment. Returns its size in bytes. */
  addFile: (name: string, path: string) => Promise<number>
  /** The SHA-256 of each entry so far, by its name. */
  sums: ReadonlyMap<string, string>
}

/**
 * Writes a tar file that only its owner can read, beside its place, and renames it when it is whole and on the disk.
 * Holds one piece of one entry in memory at a time.
 */
export async function writeArchive(
  path: string,
  fill: (archive: ArchiveWriter) => Promise<void>,
): Promise<void> {
  const unfinished = `${path}.unfinished-${process.pid}`
  const handle = await open(unfinished, 'wx', 0o600)
  try {
    const archive = pack()
    const written = writeTo(handle, archive)
    const filled = fill(writerOf(archive)).then(() => archive.finalize())
    // The writing of an archive that is not filled to its end would wait for ever.
    filled.catch((error: Error) => archive.destroy(error))
    await Promise.all([filled, written])
    await handle.sync()
    await handle.close()
    await rename(unfinished, path)
  } catch (error) {
    await handle.close().catch(() => undefined)
    await rm(unfinished, { force: true })
    throw error
  }
}

async function writeTo(handle: FileHandle, archive: Pack): Promise<void> {
  for await (const chunk of archive) await handle.writeFile(chunk as Buffer)
}

function writerOf(archive: Pack): ArchiveWriter {
  const sums = new Map<string, string>()
  return {
    add: async (name, bytes) => {
      await new Promise<void>((resolve, reject) =>
        archive.entry({ name, mode: 0o600 }, bytes, (error) => (error ? reject(error) : resolve())),
      )
      sums.set(name, createHash('sha256').update(bytes).digest('hex'))
    },
    addFile: async (name, path) => {
      const file = await open(path, 'r')
      try {
        const { size, mtime } = await file.stat()
        const hash = createHash('sha256')
        await new Promise<void>((resolve, reject) => {
          const sink = archive.entry({ name, mode: 0o600, size, mtime }, (error) =>
            error ? reject(error) : resolve(),
          )
          copyInto(file, sink, hash).catch(reject)
        })
        sums.set(name, hash.digest('hex'))
        return size
      } finally {
        await file.close()
      }
    },
    sums,
  }
}

async function copyInto(
  file: FileHandle,
  sink: ReturnType<Pack['entry']>,
  hash: ReturnType<typeof createHash>,
): Promise<void> {
  for await (const chunk of file.createReadStream({ autoClose: false, highWaterMark: 256 * 1024 })) {
    hash.update(chunk)
    if (!sink.write(chunk)) await once(sink as unknown as NodeJS.EventEmitter, 'drain')
  }
  sink.end(undefined)
}
