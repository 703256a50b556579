import { basename, extname } from 'node:path'
import type { Item } from '../../format/report'
import { isPayloadRefusal } from '../apply/payload-refusal'
import { textsInOrder } from '../plan/article-texts'
import type { PlannedArticle } from '../plan/import-plan'
import type { PictureIds } from './body-pictures'
import { type FetchRules, fetchPicture, NotFetched } from './fetch-picture'
import type { PictureLibrary, PictureWords } from './library'
import { pictureTypes } from './picture-types'

/** The number of pictures that one import fetches. The next import goes on. */
const most = 2_000

/** The number of pictures that are fetched at the same time. */
const atOnce = 4

type Wanted = PictureWords & { file: string; line: number; address: string }

/**
 * Takes the pictures that articles show from other hosts into the media library. A picture that cannot be fetched is a
 * warning, and readers go on to see it where it is.
 * @returns the ids by address
 */
export async function takeRemotePictures(
  library: PictureLibrary,
  articles: readonly PlannedArticle[],
  rules: Partial<FetchRules>,
): Promise<{ ids: PictureIds; warnings: Item[] }> {
  const ids: PictureIds = new Map()
  const warnings: Item[] = []
  const named = articles.flatMap(namedBy)
  const wanted = [...new Map(named.toReversed().map((one) => [one.address, one])).values()].toReversed()
  const notTaken = ({ file, line, address }: Wanted, reason: string) =>
    warnings.push({
      file,
      line,
      code: 'picture-not-fetched',
      message: `${address.slice(0, 200)} was not fetched, and stays where it is: ${reason}`,
    })
  const within = wanted.slice(0, most)
  for (let from = 0; from < within.length; from += atOnce) {
    const few = within.slice(from, from + atOnce)
    const fetched = await Promise.all(
      few.map(async (one) => ({ one, found: await fetchedOrNot(one, rules) })),
    )
    for (const { one, found } of fetched) {
      try {
        if (found instanceof NotFetched) throw found
        const file = { ...found, name: nameOf(one.address, found.type) }
        ids.set(one.address, await library.idOf(file, one))
      } catch (error) {
        if (!(error instanceof NotFetched) && !isPayloadRefusal(error)) throw error
        notTaken(one, error.message)
      }
    }
  }
  for (const one of wanted.slice(most)) notTaken(one, `Expected at most ${most} pictures at a time.`)
  return { ids, warnings }
}

const knownTypes: ReadonlySet<string> = new Set(Object.values(pictureTypes))

async function fetchedOrNot({ address }: Wanted, rules: Partial<FetchRules>) {
  try {
    return await fetchPicture(address, knownTypes, rules)
  } catch (error) {
    if (error instanceof NotFetched) return error
    throw error
  }
}

const namedBy = (article: PlannedArticle): Wanted[] =>
  textsInOrder(article).flatMap(([locale, { file, remotePictures, descriptions, hero, title }]) =>
    remotePictures.map(({ address, line }) => {
      const alt = descriptions.get(address) ?? (hero?.address === address ? title : '')
      return { file, line, address, locale, alt }
    }),
  )

/** A file name for a picture: the last part of its address, with the ending of its type. */
function nameOf(address: string, type: string): string {
  const { pathname } = new URL(address, 'https://site.invalid')
  const ending = Object.keys(pictureTypes).find((one) => pictureTypes[one] === type) ?? ''
  const name = basename(pathname, extname(pathname)).replace(/[^\w-]+/g, '-')
  return `${name.slice(0, 80) || 'picture'}${ending}`
}
