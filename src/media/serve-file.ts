import { open } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'

/** The types of the files in the folder. New ones are WebP; those of older rows have the type of their original. */
const types: Record<string, string> = {
  '.webp': 'image/webp',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.avif': 'image/avif',
}

/** Answers the requests for files of a folder: its pictures and nothing else. */
export const serveFrom =
  (folder: string) =>
  async (_req: unknown, { params: { filename } }: { params: { filename: string } }): Promise<Response> => {
    const type = types[extname(filename).toLowerCase()]
    if (!type || /^\.|[\\/\0]/.test(filename)) return notThere()
    const file = await open(join(folder, filename)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT' && error.code !== 'ENAMETOOLONG') throw error
    })
    if (!file) return notThere()
    const { size } = await file.stat()
    return new Response(Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array> as BodyInit, {
      headers: {
        'Content-Type': type,
        'Content-Length': String(size),
        'X-Content-Type-Options': 'nosniff',
        'Content-Disposition': 'inline',
        'Cache-Control': 'public, max-age=31536000, immutable',
      },
    })
  }

const notThere = () =>
  Response.json(
    { errors: [{ message: 'Not Found' }] },
    { status: 404, headers: { 'Cache-Control': 'no-store' } },
  )
