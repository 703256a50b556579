import type { BasePayload } from 'payload'
import { type Locale, locales, otherLocales } from '@/i18n/locales'
import type { Localized } from '@/i18n/localized'
import { mergeFields, type Sides, type Winner } from '@/merge/merge'
import type { Author } from '@/payload-types'
import { isLocal } from '../../format/local-picture'
import type { PlannedAuthor } from '../plan/import-plan'
import { inTransaction } from './transaction'

/** The authors of the CMS, what is localized in every language at once. */
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

/** The authors of the CMS by slug, in both languages. */
export const authorDirectory = async (payload: BasePayload): Promise<Map<string, KnownAuthor>> =>
  new Map(
    (await authorsHere(payload)).map((doc) => [doc.slug, { id: doc.id, fields: fieldsOfDocument(doc) }]),
  )

export type KnownAuthor = { id: string; fields: AuthorFields }

/** What both authors.yml and the CMS say of an author; the names are the report's. */
type AuthorFields = {
  name: string
  picture: string | null
  links: { label: string; url: string }[]
  title: Localized<string>
  biography: Localized<string>
}

/** What authors.yml says of an author. */
export type AuthorInFile = { author: PlannedAuthor; picture: string | undefined }

/**
 * Puts an author into the CMS, or brings one up to date: what was changed there since the last import stays, unless
 * the file wins.
 * @param base what authors.yml said at the last import, where there was one
 * @param pictureId of a picture that is a file of the site
 * @returns the fields that were changed here and there, and so were left
 */
export async function putAuthor(
  payload: BasePayload,
  {
    planned,
    base,
    known,
    winner,
    pictureId,
  }: {
    planned: PlannedAuthor
    base: PlannedAuthor | undefined
    known: KnownAuthor | undefined
    winner: Winner | undefined
    pictureId: string | undefined
  },
): Promise<KnownAuthor & { conflicts: string[] }> {
  const theirs = fieldsOfPlan(planned)
  // An author who is not here any more is made again, whatever the last import brought.
  const before = known && base && fieldsOfPlan(base)
  const merge = merged({ base: before, ours: known?.fields, theirs }, winner)
  const picture = pictureId && !known ? { picture: pictureId } : {}
  const first = locales.find((locale) => planned.title[locale] ?? planned.biography[locale]) ?? locales[0]
  const id = await inTransaction(payload, async (req) => {
    let saved = known?.id
    for (const locale of [first, ...otherLocales(first)]) {
      const common = { collection: 'authors', locale, fallbackLocale: false, depth: 0, req } as const
      const data = { ...(locale === first ? merge.shared : {}), ...merge.localized[locale] }
      if (!saved) {
        const whole = { name: planned.name, slug: planned.slug, ...picture, ...data }
        saved = (await payload.create({ ...common, data: whole })).id
      } else if (Object.keys(data).length > 0) await payload.update({ ...common, id: saved, data })
    }
    if (!saved) throw new Error(`Expected the author \`${planned.slug}\` to be saved.`)
    return saved
  })
  return { id, fields: known?.fields ?? theirs, conflicts: merge.conflicts }
}

type Texts = { title?: string; biography?: string }

type Shared = Pick<AuthorFields, 'name' | 'picture' | 'links'>

type Merged = {
  shared: { name?: string; pictureAddress?: string | null; links?: AuthorFields['links'] }
  localized: Localized<Texts>
  conflicts: string[]
}

/** Merges what authors.yml says of an author into what stands here, field by field and language by language. */
function merged(
  { base, ours, theirs }: Sides<AuthorFields | undefined> & { theirs: AuthorFields },
  winner: Winner | undefined,
): Merged {
  // An author whom no authors.yml brought here keeps what an editor wrote, unless the file is told to win.
  const rule = { same: saysTheSame, winner: base ? winner : (winner ?? 'ours') }
  const sides = { base: sharedFields(base), ours: sharedFields(ours), theirs: sharedFields(theirs) }
  const { changes, conflicts } = mergeFields<Shared>(sides, rule)
  const { picture, ...others } = changes
  const found: Merged = {
    shared: { ...others, ...(picture === undefined ? {} : { pictureAddress: picture }) },
    localized: {},
    conflicts,
  }
  for (const locale of locales) {
    const texts = {
      base: textsIn(base, locale),
      ours: textsIn(ours, locale),
      theirs: textsIn(theirs, locale),
    }
    const own = mergeFields<Texts>(texts, rule)
    found.localized[locale] = own.changes
    found.conflicts.push(...own.conflicts)
  }
  return found
}

const sharedFields = (fields: AuthorFields | undefined): Shared | undefined =>
  fields && { name: fields.name, picture: fields.picture, links: fields.links }

const textsIn = (fields: AuthorFields | undefined, locale: Locale): Texts => ({
  ...(fields?.title[locale] === undefined ? {} : { title: fields.title[locale] }),
  ...(fields?.biography[locale] === undefined ? {} : { biography: fields.biography[locale] }),
})

/** An empty list, an empty text and no value at all say the same. */
const saysTheSame = (one: unknown, other: unknown) =>
  JSON.stringify(filled(one)) === JSON.stringify(filled(other))

const filled = (value: unknown) => (Array.isArray(value) && value.length === 0 ? null : value || null)

/** Whether authors.yml says something else of an author than it did. */
export const sameAuthor = (one: PlannedAuthor, other: PlannedAuthor | undefined): boolean =>
  other !== undefined && JSON.stringify(fieldsOfPlan(one)) === JSON.stringify(fieldsOfPlan(other))

/** Addresses of mail and other kinds stay in the kept file alone: pages link to the web. */
function fieldsOfPlan({ name, title, biography, picture, links }: PlannedAuthor): AuthorFields {
  return {
    name,
    picture: picture && !isLocal(picture) ? picture : null,
    links: links.flatMap(({ label, href }) => (isWebAddress(href) ? [{ label, url: href }] : [])),
    title: inOrder(title),
    biography: inOrder(biography),
  }
}

const isWebAddress = (href: string) => /^https?:\/\/\S+$/.test(href) && URL.canParse(href)

const inOrder = (texts: Localized<string>): Localized<string> =>
  Object.fromEntries(locales.flatMap((locale: Locale) => (texts[locale] ? [[locale, texts[locale]]] : [])))

function fieldsOfDocument({ name, title, biography, pictureAddress, links }: Author): AuthorFields {
  return {
    name,
    picture: pictureAddress ?? null,
    links: (links ?? []).map(({ label, url }) => ({ label, url })),
    title: inOrder((title ?? {}) as Localized<string>),
    biography: inOrder((biography ?? {}) as Localized<string>),
  }
}
