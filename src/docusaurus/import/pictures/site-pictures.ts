import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { BasePayload } from 'payload'
import { sha256Of } from '@/sha256'
import { largestFile } from '../../format/file-text'
import type { Item } from '../../format/report'
import { isPayloadRefusal } from '../apply/payload-refusal'
import { type FileToKeep, keepFiles } from '../apply/sources'
import { inTransaction } from '../apply/transaction'
import { textsInOrder } from '../plan/article-texts'
import type { PlannedArticle } from '../plan/import-plan'
import type { PictureIds } from './body-pictures'
import type { PictureLibrary, PictureWords } from './library'
import { pictureTypeOf, pictureTypes } from './picture-types'

/** A picture of the site, with the words of the first text that shows it. */
type PictureToTake = PictureWords & { file: string }

/** The pictures of a site that an import has taken so far. */
export type SitePictures = {
  /** By path. */
  ids: PictureIds
  /** The files that could not be read as pictures, with the reason. */
  refused: ReadonlyMap<string, string>
  /** Takes those pictures that were not taken yet. */
  take: (pictures: readonly PictureToTake[]) => Promise<void>
}

/**
 * Takes pictures of a site into the media library. Each file is read once. Its hash is kept for the export, and so are
 * the bytes of a file that the library does not take.
 */
export function sitePictures({
  payload,
  library,
  dir,
}: {
  payload: BasePayload
  library: PictureLibrary
  dir: string
}): SitePictures {
  const ids: PictureIds = new Map()
  const refused = new Map<string, string>()
  const seen = new Set<string>()
  const taken = async ({ file, ...words }: PictureToTake): Promise<FileToKeep> => {
    const bytes = await readFile(join(dir, file))
    const sha256 = sha256Of(bytes)
    const kept = { path: file, locale: null, sha256 }
    const type = pictureTypeOf(file)
    try {
      if (type !== undefined) {
        ids.set(file, await library.idOf({ name: basename(file), bytes, type, sha256 }, words))
        return { ...kept, bytes: Buffer.alloc(0) }
      }
    } catch (error) {
      if (!isPayloadRefusal(error)) throw error
      refused.set(file, error.message)
    }
    return { ...kept, bytes: bytes.length > largestFile ? Buffer.alloc(0) : bytes }
  }
  return {
    ids,
    refused,
    async take(pictures) {
      const kept: FileToKeep[] = []
      for (const picture of pictures) {
        if (seen.has(picture.file)) continue
        seen.add(picture.file)
        kept.push(await taken(picture))
      }
      if (kept.length > 0) await inTransaction(payload, (req) => keepFiles(req, kept))
    },
  }
}

/** Takes the pictures that articles show, and warns of those that cannot be read as pictures. */
export async function takeShown(
  pictures: SitePictures,
  articles: readonly PlannedArticle[],
): Promise<Item[]> {
  const shown = articles.flatMap(shownBy)
  await pictures.take(shown)
  return shown.flatMap(({ post, file }) => {
    const reason = pictures.refused.get(file)
    const message = `${file} cannot be read as a picture: ${reason} Readers see its words alone.`
    return reason ? [{ file: post, line: 1, code: 'picture-not-taken', message }] : []
  })
}

/** Warns of the files that articles show and that are no pictures by their names. */
export const formatWarnings = (articles: readonly PlannedArticle[]): Item[] =>
  articles.flatMap(shownBy).flatMap(({ post, file }) => {
    const message = `${file} is no picture that can be taken (${Object.keys(pictureTypes).join(' ')}). Readers see its words alone.`
    return pictureTypeOf(file) === undefined ? [{ file: post, line: 1, code: 'picture-format', message }] : []
  })

const shownBy = (article: PlannedArticle): (PictureToTake & { post: string })[] =>
  textsInOrder(article).flatMap(([locale, { file: post, pictures, descriptions, hero, title }]) => [
    ...pictures.map(({ address, file }) => ({ post, file, locale, alt: descriptions.get(address) ?? '' })),
    ...(hero?.file ? [{ post, file: hero.file, locale, alt: title }] : []),
  ])
