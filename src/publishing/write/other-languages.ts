import type { CollectionAfterOperationHook } from 'payload'
import type { PublishedCollection } from '../publishables/publishable'
import { asDraft, asPublished } from '../published/status'
import { handOn, writeContext } from './context'
import { intentOf } from './intent'

/**
 * Publishes the other languages too (or takes them off line), if all were asked for. It takes each in turn, in one
 * transaction: if one may not go online, none does.
 */
export const publishOtherLanguages =
  (collection: PublishedCollection): CollectionAfterOperationHook =>
  async ({ args, operation, overrideAccess, req, result }) => {
    const { otherLanguages: others } = writeContext(req)
    if (!others || !['create', 'update', 'updateByID'].includes(operation)) return result
    const { does, locale } = intentOf(req)
    handOn(req, { otherLanguages: undefined })
    const written = result as { id?: string; docs?: { id: string }[] }
    for (const id of written.docs?.map((doc) => doc.id) ?? [written.id as string]) {
      for (const other of others) {
        await req.payload.update({
          collection,
          id,
          locale: other,
          fallbackLocale: false,
          data: does === 'publish' ? asPublished : asDraft,
          overrideAccess: overrideAccess === true,
          ...(req.user ? { user: req.user } : {}),
          depth: 0,
          req,
        })
      }
    }
    req.locale = locale
    return 'id' in args && written.id
      ? req.payload.findByID({
          collection,
          id: written.id,
          locale,
          fallbackLocale: false,
          depth: 0,
          draft: true,
          req,
        })
      : result
  }
