import { APIError, type CollectionBeforeOperationHook, type PayloadRequest, type Where } from 'payload'
import { queryInTransaction, sql } from '@/database/query'
import { label, sentence } from '@/i18n/admin-words'
import { isLocale, locales, otherLocales } from '@/i18n/locales'
import { asDraft, asPublished, isDraft, isPublished } from '../published/status'
import { handOn } from './context'
import { declareIntent, type Intent } from './intent'
import { unpublishEach } from './many'

type Write = {
  id?: string
  where?: Where
  data?: { _status?: unknown }
  draft?: boolean
  autosave?: boolean
  publishAllLocales?: unknown
  unpublishAllLocales?: unknown
  publishSpecificLocale?: unknown
}

/**
 * Turns every write to a document with drafts into a write to one language. It runs first, whether the write comes over
 * REST, from the admin panel, in bulk or by the Local API:
 * - A write that does not say that it publishes is kept as a draft. (Payload would write it online, and take a published
 *   language off line that has a newer draft.)
 * - Publishing all languages publishes this one; `publishOtherLanguages` does the others afterwards, each through its
 *   own gate. (Payload validates the language of the request alone: payload#9437.)
 * - Many documents are taken off line one by one. (Payload would put their published words in the place of newer
 *   drafts.)
 * - Two writers of one document wait for each other, since Payload writes all languages back as it had read them.
 */
export const writeOneLanguage: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (operation === 'restoreVersion')
    throw new APIError(
      sentence(req.i18n?.language, (w) => w.errors.restoreDirectly),
      400,
      undefined,
      true,
    )
  if (operation === 'delete') await lockDocument(req, collection.slug, (args as Write).id)
  if (operation !== 'create' && operation !== 'update') return args

  const write = args as unknown as Write
  const locale = oneLocale(write.publishSpecificLocale ?? req.locale, req)
  const all = isSet(write.publishAllLocales) || isSet(write.unpublishAllLocales)
  const intent: Intent = { does: aimOf(write, operation), autosave: isSet(write.autosave), locale }
  declareIntent(req, intent)
  if (all) handOn(req, { otherLanguages: otherLocales(locale) })
  if (operation === 'update') await lockDocument(req, collection.slug, write.id)
  req.locale = locale
  const many = operation === 'update' && write.id === undefined
  if (many && intent.does === 'unpublish')
    return unpublishEach({ args, collection, locale, overrideAccess, req })
  return {
    ...args,
    // For many documents it tells Payload which rows to read: their newest drafts are published.
    draft: intent.does === 'save' || (many && intent.does === 'publish'),
    publishAllLocales: false,
    unpublishAllLocales: false,
    publishSpecificLocale: undefined,
    data: { ...write.data, ...(intent.does === 'publish' ? asPublished : asDraft) },
  } as unknown as typeof args
}

const isSet = (flag: unknown): boolean => flag === true || flag === 'true'

function aimOf(write: Write, operation: 'create' | 'update'): Intent['does'] {
  if (isSet(write.unpublishAllLocales)) return 'unpublish'
  if (isSet(write.publishAllLocales)) return 'publish'
  if (isPublished(write.data ?? {})) return operation === 'create' && write.draft ? 'save' : 'publish'
  return isDraft(write.data ?? {}) && !write.draft && operation === 'update' ? 'unpublish' : 'save'
}

function oneLocale(locale: unknown, req: PayloadRequest) {
  if (isLocale(locale)) return locale
  const languages = locales.map((known) => label((w) => w.locales[known])[known]).join(', ')
  throw new APIError(
    sentence(req.i18n?.language, (w) => w.errors.oneLanguage, { languages }),
    400,
    undefined,
    true,
  )
}

/**
 * Locks a document until the transaction ends, after waiting for others who write it. Without an id, it locks the whole
 * collection.
 */
export async function lockDocument(
  req: PayloadRequest,
  collection: string,
  id: string | undefined,
): Promise<void> {
  if (!id) {
    await queryInTransaction(req, sql`select pg_advisory_xact_lock(hashtextextended(${collection}, 1))`)
    return
  }
  await queryInTransaction(req, sql`select pg_advisory_xact_lock_shared(hashtextextended(${collection}, 1))`)
  await queryInTransaction(
    req,
    sql`select pg_advisory_xact_lock(hashtextextended(${`${collection}:${id}`}, 2))`,
  )
}
