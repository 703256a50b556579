import type { BasePayload } from 'payload'
import { fallbackForVisitors, type Locale, locales, otherLocales } from '@/i18n/locales'
import type { Author } from '@/payload-types'
import { isLocal } from '../../format/local-picture'
import type { ConflictMode } from '../plan/decision'
import type { Localized, PlannedAuthor } from '../plan/import-plan'
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
    mode,
    pictureId,
  }: {
    planned: PlannedAuthor
    base: PlannedAuthor | undefined
    known: KnownAuthor | undefined
    mode: ConflictMode | undefined
    pictureId: string | undefined
  },
): Promise<KnownAuthor & { conflicts: string[] }> {
  const next = fieldsOfPlan(planned)
  const merge = merging(next, base && fieldsOfPlan(base), known?.fields, mode)
  const picture = pictureId && !known ? { picture: pictureId } : {}
  const first =
    locales.find((locale) => planned.title[locale] ?? planned.biography[locale]) ?? fallbackForVisitors
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
  return { id, fields: known?.fields ?? next, conflicts: merge.conflicts }
}

type Merge = {
  shared: { name?: string; pictureAddress?: string | null; links?: AuthorFields['links'] }
  localized: Localized<{ title?: string; biography?: string }>
  conflicts: string[]
}

function merging(
  next: AuthorFields,
  base: AuthorFields | undefined,
  known: AuthorFields | undefined,
  mode: ConflictMode | undefined,
): Merge {
  const merge: Merge = { shared: {}, localized: {}, conflicts: [] }
  /** Whether the file's value goes in. */
  const takes = (name: string, value: unknown, before: unknown, present: unknown): boolean => {
    if (same(value, present)) return false
    if (!known) return true
    if (same(value, before)) return false
    if (same(present, before) || mode === 'theirs') return true
    if (mode !== 'ours' && base) merge.conflicts.push(name)
    return false
  }
  if (takes('name', next.name, base?.name, known?.name)) merge.shared.name = next.name
  if (takes('picture', next.picture, base?.picture, known?.picture))
    merge.shared.pictureAddress = next.picture
  if (takes('links', next.links, base?.links, known?.links)) merge.shared.links = next.links
  for (const locale of locales) {
    const data: { title?: string; biography?: string } = {}
    for (const field of ['title', 'biography'] as const) {
      const value = next[field][locale]
      if (value !== undefined && takes(field, value, base?.[field][locale], known?.[field][locale]))
        data[field] = value
    }
    merge.localized[locale] = data
  }
  return merge
}

/** Nothing, in whichever way it is written, is the same as nothing. */
const same = (one: unknown, other: unknown) => JSON.stringify(filled(one)) === JSON.stringify(filled(other))

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
