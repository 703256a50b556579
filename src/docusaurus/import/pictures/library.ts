import type { BasePayload } from 'payload'
import { query, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import { sha256Of } from '@/sha256'

/** A picture as it is uploaded. */
type PictureFile = { name: string; bytes: Buffer; type: string; sha256?: string }

/** The words of a picture, and the language that they are in. */
export type PictureWords = { locale: Locale; alt: string }

export type PictureLibrary = {
  /** The id of a picture, which is uploaded unless the library has these bytes. */
  idOf: (file: PictureFile, words: PictureWords) => Promise<string>
}

/** The media library, in which the same bytes are one picture. The hashes in it are read when they are first needed. */
export function pictureLibrary(payload: BasePayload): PictureLibrary {
  let known: Promise<Map<string, string>> | undefined
  return {
    async idOf(file, words) {
      known ??= knownPictures(payload)
      const byHash = await known
      const hash = file.sha256 ?? sha256Of(file.bytes)
      const id = byHash.get(hash) ?? (await upload(payload, file, words))
      byHash.set(hash, id)
      return id
    },
  }
}

async function knownPictures(payload: BasePayload): Promise<Map<string, string>> {
  const rows = await query<{ id: string; hash: string }>(
    payload,
    sql`select id, original_sha256 as hash from media where original_sha256 is not null order by created_at desc`,
  )
  return new Map(rows.map(({ id, hash }) => [hash, id]))
}

async function upload(
  payload: BasePayload,
  { name, bytes, type }: PictureFile,
  { locale, alt }: PictureWords,
): Promise<string> {
  const { id } = await payload.create({
    collection: 'media',
    locale,
    data: { alt },
    file: { data: bytes, mimetype: type, name, size: bytes.byteLength },
  })
  return id
}
