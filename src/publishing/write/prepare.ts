import { type CollectionBeforeChangeHook, type PayloadRequest, ValidationError } from 'payload'
import { member } from '@/access/roles'
import { queryInTransaction, sql } from '@/database/query'
import { label, sentence } from '@/i18n/admin-words'
import { localeOrFallback } from '@/i18n/locales'
import type { Publishable } from '../publishables/publishable'
import { asDraft, asPublished } from '../published/status'
import { isReservedSlug, slugFrom } from '../slug'
import { missing } from './gates'
import { intentOf } from './intent'
import { holderOf } from './published-state'

/**
 * Sets the status again. If all languages were asked for, Payload has put back what the client sent
 * (reconcileAllLocalesPublicationStatus, 3.90).
 */
export const sayStatus: CollectionBeforeChangeHook = ({ data, req }) => ({
  ...data,
  ...(intentOf(req).does === 'publish' ? asPublished : asDraft),
})

/** Records who began the document, who changed it last, and how often this language was saved. */
export const stamp: CollectionBeforeChangeHook = ({ data, operation, originalDoc, req }) => {
  const user = member({ req })
  if (operation === 'create') data.createdBy = user?.id ?? data.createdBy
  if (user) data.updatedBy = user.id
  // Safe to count here: `writeOneLanguage` holds the document's lock until the transaction ends.
  data.revision = operation === 'create' ? 1 : ((originalDoc?.revision as number | null) ?? 0) + 1
  return data
}

/** Proposes an address from the title until the first publication, but not while somebody is still typing. */
export const proposeSlug =
  ({ title: { field } }: Publishable): CollectionBeforeChangeHook =>
  ({ data, operation, originalDoc, req }) => {
    const original = operation === 'update' ? originalDoc : undefined
    const title = data[field] ?? original?.[field]
    const slug = (data.slug === undefined ? original?.slug : data.slug) as string | null | undefined
    // A copy still has its original's title. It gets an address when it gets a title of its own.
    const isCopy = operation === 'create' && typeof originalDoc?.[field] === 'string'
    if (intentOf(req).autosave || isCopy || typeof title !== 'string') return data
    const followed = typeof original?.[field] === 'string' ? slugFrom(original[field]) : undefined
    if (slug && (original?.publishedAt || slug !== followed)) return data
    const proposal = slugFrom(title)
    return proposal ? { ...data, slug: proposal } : data
  }

/**
 * Dates the first publication of a language, unless an editor or an import did. The time is the database's, because
 * articles are ordered by it and the clocks of several servers differ.
 */
export const stampPublishedAt: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  if (intentOf(req).does !== 'publish') return data
  const known = data.publishedAt ?? (operation === 'update' ? originalDoc?.publishedAt : undefined)
  return { ...data, publishedAt: known ?? (await databaseTime(req)) }
}

async function databaseTime(req: PayloadRequest): Promise<string> {
  const [row] = await queryInTransaction<{ now: string }>(
    req,
    sql`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
  )
  if (!row) throw new Error('Expected the time of the database, it answered nothing.')
  return row.now
}

/** Refuses to publish a language that is incomplete, or whose address is reserved or taken. */
export const passGates =
  (publishable: Publishable): CollectionBeforeChangeHook =>
  async ({ data, operation, originalDoc, req }) => {
    const { collection, needs } = publishable
    const { does, locale } = intentOf(req)
    if (does !== 'publish') return data
    const original = operation === 'update' ? originalDoc : undefined
    const document = { ...original, ...data } as { id?: string; slug?: string }
    const language = req.i18n?.language
    const inLanguage = label((w) => w.locales[locale])[localeOrFallback(language)]

    const lacking = missing(document, needs)
    if (lacking.length > 0) {
      const list = lacking.map((need) => sentence(language, (w) => w.errors.missing[need])).join(', ')
      const message = sentence(language, (w) => w.errors.notPublishable, {
        language: inLanguage,
        missing: list,
      })
      const errors = lacking.map((path) => ({ path, message, label: label((w) => w.articles[path]) }))
      throw new ValidationError({ collection, errors, req }, req.t)
    }
    const slug = document.slug as string
    if (isReservedSlug(slug)) {
      const message = sentence(language, (w) => w.errors.slugReserved, { slug })
      const errors = [{ path: 'slug', message, label: label((w) => w.articles.slug) }]
      throw new ValidationError({ collection, errors, req }, req.t)
    }
    if (!publishable.slug.localized) return data
    const holder = await holderOf(req, publishable, { locale, slug, id: original?.id })
    if (holder) {
      const values = { slug, language: inLanguage, title: holder.title }
      const message = sentence(language, (w) => w.errors.slugTaken, values)
      const refusal = new ValidationError({ collection, errors: [{ path: 'slug', message }], req }, req.t)
      throw Object.assign(refusal, { status: 409, message })
    }
    return data
  }
