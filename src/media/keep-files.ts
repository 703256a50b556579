import { randomBytes } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join, parse } from 'node:path'
import {
  APIError,
  type CollectionAfterChangeHook,
  type CollectionAfterDeleteHook,
  type CollectionBeforeChangeHook,
  MissingFile,
  type PayloadRequest,
} from 'payload'
import { sentFile } from '@/access/pictures'
import { whenEnded } from '@/database/when-ended'
import { isNamed } from '@/error-named'
import { sentence } from '@/i18n/admin-words'
import { sha256Of } from '@/sha256'
import { decodePicture, type NoPictureError } from './decode-picture'
import type { Made, MadePicture } from './make-picture'
import { type SizeName, sizeWidths } from './sizes'

/** Pages show re-encoded pictures. The originals are never served; an export gives them back. */
export type MediaFolders = { media: string; originals: string }

type NamedFile = { name: string; data: Uint8Array }
type NewFiles = { files: NamedFile[]; original: NamedFile }

const key = 'newPictureFiles'

/**
 * Makes the picture of the file that came with a request, and says in the row what was made. Nothing is written yet: this
 * runs after access is checked, and before the row is there.
 */
export const makeSentPicture: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  const sent = sentFile(req)
  if (!sent) {
    if (operation === 'create') throw new MissingFile(req.t)
    return data
  }
  const made = await decodePicture(sent.bytes).catch((cause: unknown) => {
    throw isNamed<NoPictureError>(cause, 'NoPictureError') ? noPicture(req, cause) : cause
  })
  const sha256 = sha256Of(sent.bytes)
  const { files, row } = named(made, sent.name)
  req.context[key] = { files, original: { name: sha256, data: sent.bytes } } satisfies NewFiles
  return { ...data, ...row, originalName: sent.name, originalSha256: sha256 }
}

function noPicture({ i18n }: PayloadRequest, cause: unknown): Error {
  const said = sentence(i18n?.language, (w) => w.errors.picture)
  return Object.assign(new APIError(said, 400, undefined, true), { cause })
}

/** Names the files of a picture. The names cannot be guessed, and no two pictures ever share one. */
function named({ picture, sizes, placeholder }: MadePicture, sentName: string) {
  const stem = `${stemOf(sentName)}-${randomBytes(9).toString('hex')}`
  const files: NamedFile[] = []
  const fileOf = (name: string, { data, width, height }: Made) => {
    files.push({ name, data })
    return { filename: name, mimeType: 'image/webp', filesize: data.byteLength, width, height }
  }
  const sizeOf = (size: SizeName) => [size, fileOf(`${stem}-${size}.webp`, sizes[size])] as const
  const row = {
    ...fileOf(`${stem}.webp`, picture),
    sizes: Object.fromEntries((Object.keys(sizeWidths) as SizeName[]).map(sizeOf)),
    placeholder,
  }
  return { files, row }
}

/** 'Foto Bromo (1).JPG' -> 'foto-bromo-1' */
const stemOf = (name: string) =>
  parse(name)
    .name.normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60) || 'picture'

/**
 * Writes the files of a picture, in the transaction that saves its row. They go again if that is rolled back. The files
 * that they replace go when it is committed.
 */
export const writeNewFiles =
  (folders: MediaFolders): CollectionAfterChangeHook =>
  async ({ doc, previousDoc, req }) => {
    const made = req.context[key] as NewFiles | undefined
    if (!made) return doc
    delete req.context[key]
    await whenEnded(req, async (ending) => {
      if (ending === 'committed') await remove(folders.media, namesIn(previousDoc))
      if (ending === 'rolled back') {
        const names = made.files.map(({ name }) => name)
        await remove(folders.media, names)
      }
    })
    await mkdir(folders.media, { recursive: true })
    await mkdir(folders.originals, { recursive: true })
    await writeWhole(folders.originals, made.original)
    for (const file of made.files) await writeFile(join(folders.media, file.name), file.data)
    return doc
  }

/** Removes the files of a deleted picture once its row is gone. Another picture may have the same original. */
export const removeFiles =
  (folders: MediaFolders): CollectionAfterDeleteHook =>
  ({ doc, req }) =>
    whenEnded(req, async (ending) => {
      if (ending === 'committed') await remove(folders.media, namesIn(doc))
    })

type Row = { filename?: string | null; sizes?: Record<string, { filename?: string | null } | null> | null }

const namesIn = (row: Row | undefined): string[] =>
  [row?.filename, ...Object.values(row?.sizes ?? {}).map((size) => size?.filename)].flatMap((name) =>
    name ? [name] : [],
  )

async function remove(folder: string, names: readonly string[]): Promise<void> {
  for (const name of names) await rm(join(folder, parse(name).base), { force: true })
}

/** Another process may write the same original at the same time. */
async function writeWhole(folder: string, { name, data }: NamedFile): Promise<void> {
  const unfinished = join(folder, `.${name}-${randomBytes(6).toString('hex')}`)
  await writeFile(unfinished, data)
  await rename(unfinished, join(folder, name))
}
