import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload'
import { queryInTransaction, sql } from '@/database/query'
import { writeEvent } from '@/events/write-event'
import { locales } from '@/i18n/locales'
import { hrefFor } from '@/site/hrefs'
import { articleTags, cacheTags } from '../outbox/cache-tags'
import { intentOf } from './intent'
import {
  neighboursOf,
  type Online,
  oldAddresses,
  onlineState,
  type PublishedCollection,
} from './published-state'

/** The addresses of each document of the operation under way, before it was written. */
function remembered(req: PayloadRequest): Map<string, Online> {
  const known = req.context.online as Map<string, Online> | undefined
  const map = known ?? new Map<string, Online>()
  req.context.online = map
  return map
}

/** What is online before a write, for `recordPublication` to compare with. */
export const rememberOnline =
  (collection: PublishedCollection): CollectionBeforeChangeHook =>
  async ({ data, originalDoc, operation, req }) => {
    const id = originalDoc?.id as string | undefined
    if (operation === 'update' && id) remembered(req).set(id, await onlineState(req, collection, id))
    return data
  }

/**
 * Leaves a redirect where an address changed, and records the event, in the saving transaction.
 */
export const recordPublication =
  (collection: PublishedCollection): CollectionAfterChangeHook =>
  async ({ doc, req }) => {
    const { does, locale } = intentOf(req)
    if (does === 'save') return doc
    const id = doc.id as string
    const before = remembered(req).get(id) ?? []
    const after = await onlineState(req, collection, id)
    if (collection === 'articles') await keepRedirects(req, id, before, after)
    const published = before.some((online) => online.locale === locale) ? 'updated' : 'published'
    await writeEvent(req, {
      collection,
      document: id,
      locale,
      what: does === 'publish' ? published : 'unpublished',
      details: { tags: await tagsOf(req, collection, id, [...before, ...after]) },
    })
    return doc
  }

export const rememberDeleted =
  (collection: PublishedCollection): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    const document = String(id)
    const online = await onlineState(req, collection, document)
    const former = collection === 'articles' ? await oldAddresses(req, document) : []
    remembered(req).set(document, [...online, ...former])
    if (collection === 'articles')
      await queryInTransaction(req, sql`delete from redirects where article_id = ${document}`)
  }

export const recordDeletion =
  (collection: PublishedCollection): CollectionAfterDeleteHook =>
  async ({ id, req }) => {
    const document = String(id)
    await writeEvent(req, {
      collection,
      document,
      locale: null,
      what: 'deleted',
      details: { tags: await tagsOf(req, collection, document, remembered(req).get(document) ?? []) },
    })
  }

async function tagsOf(req: PayloadRequest, collection: PublishedCollection, id: string, addresses: Online) {
  if (collection === 'articles')
    return articleTags([...addresses, ...(await oldAddresses(req, id)), ...(await neighboursOf(req, id))])
  return addresses.length > 0 ? locales.map(cacheTags.projects) : []
}

async function keepRedirects(req: PayloadRequest, id: string, before: Online, after: Online): Promise<void> {
  for (const { locale, slug } of after) {
    const path = hrefFor({ page: 'article', locale, slug })
    await queryInTransaction(req, sql`delete from redirects where "from" = ${path}`)
    const former = before.find((online) => online.locale === locale)?.slug
    if (!former || former === slug) continue
    await queryInTransaction(
      req,
      sql`insert into redirects ("from", article_id, locale)
          values (${hrefFor({ page: 'article', locale, slug: former })}, ${id}, ${locale})
          on conflict ("from") do update set article_id = excluded.article_id, locale = excluded.locale, updated_at = now()`,
    )
  }
}
