import { basename, extname } from 'node:path'
import type { BasePayload } from 'payload'
import type { Locale } from '@/i18n/locales'
import { unpackBody } from '../../format/packed-body'
import { isPayloadRefusal } from '../apply/payload-refusal'
import { textsInOrder } from '../plan/article-texts'
import type { Item, PlannedArticle } from '../plan/import-plan'
import { type FetchRules, fetchPicture, NotFetched } from './fetch-picture'
import { descriptionsIn, type PictureIds, pictureLibrary, types } from './pictures'

/** Pictures that one import fetches; the next one goes on. */
const most = 2_000

/** How many are on their way at the same time. */
const atOnce = 4

type Wanted = { file: string; line: number; address: string; locale: Locale; alt: string }

/**
 * Takes the pictures that articles name on other hosts into the media library. A picture that does not come is a
 * warning, and stays where it is.
 * @returns their ids by address
 */
export async function takeRemotePictures(
  payload: BasePayload,
  articles: readonly PlannedArticle[],
  rules: Partial<FetchRules>,
): Promise<{ ids: PictureIds; warnings: Item[] }> {
  const ids: PictureIds = new Map()
  const warnings: Item[] = []
  const named = articles.flatMap(namedBy)
  const wanted = [...new Map(named.toReversed().map((one) => [one.address, one])).values()].toReversed()
  if (wanted.length === 0) return { ids, warnings }
  const library = await pictureLibrary(payload)
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

const pictureTypes: ReadonlySet<string> = new Set(Object.values(types))

async function fetchedOrNot({ address }: Wanted, rules: Partial<FetchRules>) {
  try {
    return await fetchPicture(address, pictureTypes, rules)
  } catch (error) {
    if (error instanceof NotFetched) return error
    throw error
  }
}

function namedBy(article: PlannedArticle): Wanted[] {
  return textsInOrder(article).flatMap(([locale, { file, remotePictures, body, hero, title }]) => {
    if (remotePictures.length === 0) return []
    const alts = descriptionsIn(unpackBody(body))
    return remotePictures.map(({ address, line }) => {
      const alt = alts.get(address) ?? (hero?.address === address ? title : '')
      return { file, line, address, locale, alt }
    })
  })
}

/** A file's name from the last part of its address, with the ending of what it is. */
function nameOf(address: string, type: string): string {
  const { pathname } = new URL(address, 'https://site.invalid')
  const ending = Object.keys(types).find((one) => types[one] === type) ?? ''
  const name = basename(pathname, extname(pathname)).replace(/[^\w-]+/g, '-')
  return `${name.slice(0, 80) || 'picture'}${ending}`
}
