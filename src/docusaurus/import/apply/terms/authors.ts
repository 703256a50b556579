import type { BasePayload } from 'payload'
import { fallbackForVisitors, locales, otherLocales } from '@/i18n/locales'
import type { Localized } from '@/i18n/localized'
import type { Winner } from '@/merge/merge'
import type { Author } from '@/payload-types'
import { keepUnsafeAddresses } from '@/richtext/editor/standing-addresses'
import { isWebAddress } from '@/site/web-address'
import { isLocal } from '../../../format/local-picture'
import type { PlannedAuthor } from '../../plan/import-plan'
import { inTransaction } from '../transaction'
import { type ComparedAuthor, mergeAuthor } from './author-merge'

/** The authors of the CMS. Localized fields hold every language. */
export async function authorsHere(payload: BasePayload): Promise<Author[]> {
  const { docs } = await payload.find({
    collection: 'authors',
    locale: 'all',
    fallbackLocale: false,
    depth: 0,
    pagination: false,
  })
  return docs
}

export type KnownAuthor = { id: string; fields: ComparedAuthor }

/** The authors of the CMS by slug. */
export const authorDirectory = async (payload: BasePayload): Promise<Map<string, KnownAuthor>> =>
  new Map(
    (await authorsHere(payload)).map((doc) => [doc.slug, { id: doc.id, fields: fieldsOfDocument(doc) }]),
  )

type PuttingAuthor = {
  planned: PlannedAuthor
  /** The author as authors.yml had it at the last import. */
  base: PlannedAuthor | undefined
  known: KnownAuthor | undefined
  winner: Winner | undefined
  /** The id of a picture that is a file of the site. */
  pictureId: string | undefined
}

/**
 * Makes an author, or updates one: what was changed here since the last import stays, unless the file wins.
 * @returns the author, and the fields that were changed on both sides and so were left alone
 */
export async function putAuthor(
  payload: BasePayload,
  { planned, base, known, winner, pictureId }: PuttingAuthor,
): Promise<KnownAuthor & { conflicts: string[] }> {
  const theirs = fieldsOfPlan(planned)
  // An author who was deleted here is made again, whatever the last import brought.
  const before = known && base && fieldsOfPlan(base)
  const merged = mergeAuthor({ base: before, ours: known?.fields, theirs }, winner)
  const picture = pictureId && !known ? { picture: pictureId } : {}
  const first =
    locales.find((locale) => planned.title[locale] ?? planned.biography[locale]) ?? fallbackForVisitors
  const id = await inTransaction(payload, async (req) => {
    keepUnsafeAddresses(req)
    let saved = known?.id
    for (const locale of [first, ...otherLocales(first)]) {
      const common = { collection: 'authors', locale, fallbackLocale: false, depth: 0, req } as const
      const data = { ...(locale === first ? merged.shared : {}), ...merged.localized[locale] }
      if (!saved) {
        const whole = { name: planned.name, slug: planned.slug, ...picture, ...data }
        saved = (await payload.create({ ...common, data: whole })).id
      } else if (Object.keys(data).length > 0) await payload.update({ ...common, id: saved, data })
    }
    if (!saved) throw new Error(`Expected the author \`${planned.slug}\` to be saved.`)
    return saved
  })
  return { id, fields: known?.fields ?? theirs, conflicts: merged.conflicts }
}

/** Whether authors.yml says the same of an author as it did. */
export const sameAuthor = (one: PlannedAuthor, other: PlannedAuthor | undefined): boolean =>
  other !== undefined && JSON.stringify(fieldsOfPlan(one)) === JSON.stringify(fieldsOfPlan(other))

/** Only links to the web become fields. Mail addresses and the like stay in the kept file. */
function fieldsOfPlan({ name, title, biography, picture, links }: PlannedAuthor): ComparedAuthor {
  return {
    name,
    picture: picture && !isLocal(picture) ? picture : null,
    links: links.flatMap(({ label, href }) => (isWebAddress(href) ? [{ label, url: href }] : [])),
    title: inOrderOfLocales(title),
    biography: inOrderOfLocales(biography),
  }
}

const inOrderOfLocales = (texts: Localized<string>): Localized<string> =>
  Object.fromEntries(locales.flatMap((locale) => (texts[locale] ? [[locale, texts[locale]]] : [])))

function fieldsOfDocument({ name, title, biography, pictureAddress, links }: Author): ComparedAuthor {
  return {
    name,
    picture: pictureAddress ?? null,
    links: (links ?? []).map(({ label, url }) => ({ label, url })),
    // Read with `locale: 'all'`, which Payload's types do not know.
    title: inOrderOfLocales((title ?? {}) as Localized<string>),
    biography: inOrderOfLocales((biography ?? {}) as Localized<string>),
  }
}
