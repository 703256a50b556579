import { APIError, type CollectionAfterOperationHook } from 'payload'
import { sentence } from '@/i18n/admin-words'
import type { Locale } from '@/i18n/locales'
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
          data: { _status: does === 'publish' ? 'published' : 'draft' },
          overrideAccess,
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

/**
 * An edit of many documents is done with all of them or with none. Payload collects what went wrong and commits the
 * rest, halves of refused documents included, since it writes before the later hooks speak.
 */
export const allOrNothing: CollectionAfterOperationHook = ({ result, req }) => {
  const errors = (result as { errors?: { message: string }[] }).errors ?? []
  if (errors.length === 0) return result
  const reasons = [...new Set(errors.map(({ message }) => message))].join(' ')
  const message = sentence(req.i18n?.language, (w) => w.errors.bulk, { count: errors.length, reasons })
  throw new APIError(message, 409, errors, true)
}
