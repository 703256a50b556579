import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  PayloadRequest,
} from 'payload'
import { writeEvent } from '@/events/write-event'
import type { Address } from '@/site/hrefs'
import type { Publishable } from '../publishables/publishable'
import { handOn, writeContext } from './context'
import { intentOf } from './intent'
import { onlineState } from './published-state'

/** Reads what is online before it changes, for `recordPublication` to compare with. */
export const rememberOnline =
  (publishable: Publishable): CollectionBeforeChangeHook =>
  async ({ data, originalDoc, operation, req }) => {
    const id = originalDoc?.id as string | undefined
    if (operation === 'update' && id && intentOf(req).does !== 'save')
      remember(req, id, await onlineState(req, publishable, id))
    return data
  }

/** Keeps an address that the document has left, and records what changed online as an event, in one transaction. */
export const recordPublication =
  (publishable: Publishable): CollectionAfterChangeHook =>
  async ({ doc, req }) => {
    const { does, locale } = intentOf(req)
    if (does === 'save') return doc
    const id = doc.id as string
    const before = remembered(req, id)
    const after = await onlineState(req, publishable, id)
    await publishable.formerAddresses?.keep(req, id, { before, after })
    const republished = before.some((online) => online.locale === locale)
    await writeEvent(req, {
      collection: publishable.collection,
      document: id,
      locale,
      what: does === 'unpublish' ? 'unpublished' : republished ? 'updated' : 'published',
      details: { tags: await publishable.tagsOf(req, { id, addresses: [...before, ...after] }) },
    })
    return doc
  }

/** Reads the present and former addresses of a document that will be deleted, and forgets the former ones. */
export const rememberDeleted =
  (publishable: Publishable): CollectionBeforeDeleteHook =>
  async ({ id, req }) => {
    const document = String(id)
    const online = await onlineState(req, publishable, document)
    const former = (await publishable.formerAddresses?.of(req, document)) ?? []
    remember(req, document, [...online, ...former])
    await publishable.formerAddresses?.forget(req, document)
  }

/** Records a deletion as an event, in its transaction. */
export const recordDeletion =
  (publishable: Publishable): CollectionAfterDeleteHook =>
  async ({ id, req }) => {
    const document = String(id)
    await writeEvent(req, {
      collection: publishable.collection,
      document,
      locale: null,
      what: 'deleted',
      details: {
        tags: await publishable.tagsOf(req, { id: document, addresses: remembered(req, document) }),
      },
    })
  }

function remember(req: PayloadRequest, id: string, addresses: readonly Address[]): void {
  handOn(req, { online: new Map([...(writeContext(req).online ?? []), [id, addresses]]) })
}

const remembered = (req: PayloadRequest, id: string) => writeContext(req).online?.get(id) ?? []
