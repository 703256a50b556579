import type { CollectionAfterOperationHook } from 'payload'
import type { Locale } from '@/i18n/locales'
import { asDraft, asPublished } from '../published/status'
import { intentOf } from './intent'
import type { PublishedCollection } from './published-state'

/**
 * Publishing (or unpublishing) all languages at once is doing so with each in turn, in one transaction: if one may not
 * go online, none does.
 */
export const publishOtherLanguages =
  (collection: PublishedCollection): CollectionAfterOperationHook =>
  async ({ args, operation, overrideAccess, req, result }) => {
    const others = req.context.otherLanguages as Locale[] | undefined
    if (!others || !['create', 'update', 'updateByID'].includes(operation)) return result
    const { does, locale } = intentOf(req)
    delete req.context.otherLanguages
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
