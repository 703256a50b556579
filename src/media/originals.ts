import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CollectionBeforeOperationHook } from 'payload'
import { sha256Of } from '@/sha256'

/**
 * Keeps the unchanged bytes of an uploaded picture, named by their hash, in a folder that is never served. Pages show
 * re-encoded pictures; an export gives back the original.
 */
export const keepOriginal =
  (folder: string): CollectionBeforeOperationHook =>
  async ({ args, operation, req }) => {
    const file = req.file
    if (!file || (operation !== 'create' && operation !== 'update')) return args
    const bytes = file.tempFilePath ? await readFile(file.tempFilePath) : file.data
    const sha256 = sha256Of(bytes)
    await mkdir(folder, { recursive: true })
    const unfinished = join(folder, `.${sha256}-${process.pid}`)
    await writeFile(unfinished, bytes)
    await rename(unfinished, join(folder, sha256))
    const write = args as { data?: Record<string, unknown> }
    return {
      ...args,
      data: { ...write.data, originalName: file.name, originalSha256: sha256 },
    } as unknown as typeof args
  }
