import { createReadStream } from 'node:fs'
import { extract } from 'tar-stream'
import { isNamed } from '@/error-named'
import { BackupError } from './backup-error'

export type ArchiveEntry = { name: string; size: number; bytes: AsyncIterable<Buffer> }

/**
 * Yields the entries of a tar file, in their order. The bytes of an entry must be read before the next one is asked for,
 * or they are passed over.
 * @throws BackupError where the file is not a tar file, is cut off, or holds anything else than files
 */
export async function* archiveEntries(path: string): AsyncGenerator<ArchiveEntry> {
  const archive = extract()
  const file = createReadStream(path, { highWaterMark: 256 * 1024 })
  file.once('error', (error) => archive.destroy(error))
  file.pipe(archive as unknown as NodeJS.WritableStream)
  try {
    for await (const entry of archive) {
      const { name, type, size } = entry.header
      if (type !== 'file')
        throw new BackupError(`Expected only files in the backup, found ${type} \`${name}\`.`)
      let read = false
      const bytes = async function* () {
        read = true
        try {
          yield* entry as AsyncIterable<Buffer>
        } catch (cause) {
          throw refusal(path, cause)
        }
      }
      yield { name, size, bytes: bytes() }
      if (!read) entry.resume()
    }
  } catch (cause) {
    throw refusal(path, cause)
  } finally {
    file.destroy()
  }
}

/** Passes on the errors of the disk, and describes those of a broken tar file in our words. */
function refusal(path: string, cause: unknown): unknown {
  if (isNamed<BackupError>(cause, 'BackupError') || (cause instanceof Error && 'syscall' in cause))
    return cause
  return new BackupError(
    `Expected a whole backup in ${path}, and it is cut off or damaged (${(cause as Error).message}).`,
    { cause },
  )
}
