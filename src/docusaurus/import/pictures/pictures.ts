import { readFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { BasePayload } from 'payload'
import { query, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import type { Article } from '@/payload-types'
import type { Body } from '@/richtext/nodes'
import { sha256Of } from '@/sha256'
import { largestFile } from '../../format/file-text'
import { isLocal } from '../../format/local-picture'
import { unpackBody } from '../../format/packed-body'
import { isPayloadRefusal } from '../apply/payload-refusal'
import { type FileToKeep, keepFiles } from '../apply/sources'
import { inTransaction } from '../apply/transaction'
import { textsInOrder } from '../plan/article-texts'
import type { ImportPlan, Item, PlannedArticle } from '../plan/import-plan'

/** What the media library takes. SVG is a document that may hold scripts. */
export const types: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
}

export const isPicture = (file: string) => extname(file).toLowerCase() in types

/** Pictures that are in the media library, by their path in the site, or by the address of one elsewhere. */
export type PictureIds = Map<string, string>

/** A picture to take: `alt` as the first text that shows it describes it. */
export type PictureToTake = { file: string; locale: Locale; alt: string }

/** A picture as it is uploaded. */
export type PictureFile = { name: string; bytes: Buffer; type: string }

/**
 * Takes pictures of the site into the media library, each one once: a file whose bytes are there already is that
 * picture. Which bytes each file had is kept for the export, and what the library does not take is kept itself.
 * @returns their ids, and the files that could not be read as pictures with the reason
 */
export async function takePictures(
  payload: BasePayload,
  siteDir: string,
  pictures: readonly PictureToTake[],
): Promise<{ ids: PictureIds; refused: Map<string, string> }> {
  const ids: PictureIds = new Map()
  const refused = new Map<string, string>()
  if (pictures.length === 0) return { ids, refused }
  const library = await pictureLibrary(payload)
  const kept = new Map<string, FileToKeep>()
  for (const picture of pictures) {
    const { file } = picture
    if (kept.has(file)) continue
    const bytes = await readFile(join(siteDir, file))
    const hash = sha256Of(bytes)
    kept.set(file, {
      path: file,
      locale: '',
      bytes: bytes.length > largestFile ? Buffer.alloc(0) : bytes,
      sha256: hash,
    })
    if (!isPicture(file)) continue
    const type = types[extname(file).toLowerCase()] ?? ''
    try {
      ids.set(file, await library.idOf({ name: basename(file), bytes, type }, picture))
      kept.set(file, { path: file, locale: '', bytes: Buffer.alloc(0), sha256: hash })
    } catch (error) {
      if (!isPayloadRefusal(error)) throw error
      refused.set(file, error.message)
    }
  }
  if (kept.size > 0) await inTransaction(payload, (req) => keepFiles(req, [...kept.values()]))
  return { ids, refused }
}

/** The media library, in which the same bytes are one picture. */
export async function pictureLibrary(payload: BasePayload) {
  const byHash = await knownPictures(payload)
  return {
    /** The id of a picture, uploaded where it is not there yet. */
    async idOf(file: PictureFile, described: Omit<PictureToTake, 'file'>): Promise<string> {
      const hash = sha256Of(file.bytes)
      const id = byHash.get(hash) ?? (await upload(payload, file, described))
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
  { locale, alt }: Omit<PictureToTake, 'file'>,
): Promise<string> {
  const { id } = await payload.create({
    collection: 'media',
    locale,
    data: { alt },
    file: { data: bytes, mimetype: type, name, size: bytes.byteLength },
  })
  return id
}

/** The body with the pictures that it names by address, each with its address kept for the export. */
export function withPictures(
  body: Body,
  pictures: readonly { address: string; file: string }[],
  ids: PictureIds,
): Body {
  const byAddress = new Map(
    pictures.flatMap(({ address, file }) => {
      const id = ids.get(file)
      return id === undefined ? [] : [[address, id]]
    }),
  )
  return JSON.parse(JSON.stringify(body), (_, value: unknown) => {
    const id = pictureFields(value) && (byAddress.get(value.address) ?? remoteId(value.address, ids))
    return id ? { ...(value as object), picture: id } : value
  }) as Body
}

const remoteId = (address: string, ids: PictureIds) => (isLocal(address) ? undefined : ids.get(address))

const pictureFields = (value: unknown): value is { address: string } =>
  typeof value === 'object' &&
  value !== null &&
  'blockType' in value &&
  (value.blockType === 'image' || value.blockType === 'inlineImage') &&
  'address' in value &&
  typeof value.address === 'string'

/**
 * The pictures of the site that posts show, taken in for the articles that are to be written; and warnings of those
 * that are of no kind that the media library takes, the same at each import.
 */
export async function picturesOf({
  payload,
  plan,
  pending,
  dir,
  dryRun,
}: {
  payload: BasePayload
  plan: ImportPlan
  pending: readonly PlannedArticle[]
  dir: string
  dryRun: boolean
}): Promise<{ ids: PictureIds; warnings: Item[] }> {
  const warnings = plan.articles.flatMap(shownBy).flatMap(({ post, file }) => {
    const message = `${file} is no picture that can be taken (${Object.keys(types).join(' ')}). Readers see its words alone.`
    return isPicture(file) ? [] : [{ file: post, line: 1, code: 'picture-format', message }]
  })
  if (dryRun) return { ids: new Map(), warnings }
  const wanted = pending.flatMap(shownBy)
  const { ids, refused } = await takePictures(payload, dir, wanted)
  for (const { post, file } of wanted) {
    const reason = refused.get(file)
    const message = `${file} cannot be read as a picture: ${reason} Readers see its words alone.`
    if (reason) warnings.push({ file: post, line: 1, code: 'picture-not-taken', message })
  }
  return { ids, warnings }
}

function shownBy(article: PlannedArticle): (PictureToTake & { post: string })[] {
  return textsInOrder(article).flatMap(([locale, { file: post, pictures, hero, body, title }]) => {
    const alts = pictures.length > 0 ? descriptionsIn(unpackBody(body)) : new Map<string, string>()
    const inText = pictures.map(({ address, file }) => ({ post, file, locale, alt: alts.get(address) ?? '' }))
    return hero?.file ? [...inText, { post, file: hero.file, locale, alt: hero.alt ?? title }] : inText
  })
}

/** The pictures on other hosts that an article has taken in before, by their addresses. */
export function remotePicturesIn({ body, hero }: Pick<Article, 'body' | 'hero'>): PictureIds {
  const ids: PictureIds = new Map()
  const note = (address: unknown, picture: unknown) => {
    if (typeof address === 'string' && typeof picture === 'string' && !isLocal(address))
      ids.set(address, picture)
  }
  note(hero?.address, hero?.picture)
  JSON.parse(JSON.stringify(body ?? null), (_, value: unknown) => {
    if (pictureFields(value) && 'picture' in value) note(value.address, value.picture)
    return value
  })
  return ids
}

/** How a body describes each picture that it names by address. */
export function descriptionsIn(body: Body): Map<string, string> {
  const found = new Map<string, string>()
  JSON.parse(JSON.stringify(body), (_, value: unknown) => {
    if (pictureFields(value) && 'alt' in value && typeof value.alt === 'string' && value.alt !== '') {
      found.set(value.address, value.alt)
    }
    return value
  })
  return found
}
