import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload'
import { locales } from '@/i18n/locales'
import { articleTags, cacheTags } from '../outbox/cache-tags'
import { writeToOutbox } from '../outbox/outbox'
import { handOn, writeContext } from './context'
import { forgetRedirects, keepRedirects, oldAddresses } from './former-addresses'
import { intentOf } from './intent'
import { neighboursOf, type Online, onlineState, type PublishedCollection } from './published-state'

/** Reads what is online before it changes, for `recordPublication` to compare with. */
export const rememberOnline =
  (collection: PublishedCollection): CollectionBeforeChangeHook =>
  async ({ data, originalDoc, operation, req }) => {
    const id = originalDoc?.id as string | undefined
    if (operation === 'update' && id && intentOf(req).does !== 'save')
      remember(req, id, await onlineState(req, collection, id))
    return data
  }

/**
 * Leaves a redirect where an address changed, and an outbox row where anything online did, in the saving transaction.
 */
export const recordPublication =
  (collection: PublishedCollection): CollectionAfterChangeHook =>
  async ({ doc, req }) => {
    const { does, locale } = intentOf(req)
    if (does === 'save') return doc
    const id = doc.id as string
    const before = remembered(req, id)
    const after = await onlineState(req, collection, id)
    if (collection === 'articles') await keepRedirects(req, id, { before, after })
    await writeToOutbox(req, {
      collection,
      document: id,
      event: `${does}:${locale}`,
      tags: await tagsOf(req, collection, id, [...before, ...after]),
    })
    return doc
  }

export const rememberDeleted =
  (collection: PublishedCollection): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    const document = String(id)
    const online = await onlineState(req, collection, document)
    const former = collection === 'articles' ? await oldAddresses(req, document) : []
    remember(req, document, [...online, ...former])
    if (collection === 'articles') await forgetRedirects(req, document)
  }

export const recordDeletion =
  (collection: PublishedCollection): CollectionAfterDeleteHook =>
  async ({ id, req }) => {
    const document = String(id)
    await writeToOutbox(req, {
      collection,
      document,
      event: 'delete',
      tags: await tagsOf(req, collection, document, remembered(req, document)),
    })
  }

function remember(req: PayloadRequest, id: string, addresses: Online): void {
  handOn(req, { online: new Map([...(writeContext(req).online ?? []), [id, addresses]]) })
}

const remembered = (req: PayloadRequest, id: string) => writeContext(req).online?.get(id) ?? []

async function tagsOf(req: PayloadRequest, collection: PublishedCollection, id: string, addresses: Online) {
  if (collection === 'articles')
    return articleTags([...addresses, ...(await oldAddresses(req, id)), ...(await neighboursOf(req, id))])
  return addresses.length > 0 ? locales.map(cacheTags.projects) : []
}
