import {
  APIError,
  type CollectionBeforeOperationHook,
  type CollectionConfig,
  type Endpoint,
  Forbidden,
  type GlobalConfig,
  NotFound,
  type PayloadRequest,
} from 'payload'
import { label, sentence } from '@/i18n/admin-words'
import { fallbackForVisitors, isLocale, locales } from '@/i18n/locales'
import { excessIn } from '@/richtext/excess'
import { member } from './roles'
import { refuseOtherLanguages } from './visitors'

/** Adds the checks that every collection makes before its own rules. */
export const guarded = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  endpoints: [...(collection.versions ? [] : noVersions), ...(collection.endpoints || [])],
  hooks: {
    ...collection.hooks,
    beforeOperation: [
      nameLanguage,
      refuseExcess,
      refuseWholeRestore,
      ...(collection.hooks?.beforeOperation ?? []),
    ],
  },
})

/** Checks the language of REST requests to a global. A visitor may ask for only one language at a time. */
export const guardedGlobal = (global: GlobalConfig): GlobalConfig => ({
  ...global,
  hooks: {
    ...global.hooks,
    beforeOperation: [
      ({ args, operation, overrideAccess, req }) => {
        assertNoExcess(args, req)
        if (overrideAccess || req.payloadAPI !== 'REST') return args
        settleLanguage(req, { writes: operation === 'update' })
        if (!member({ req })) refuseOtherLanguages(req)
        return member({ req })
          ? args
          : { ...args, flattenLocales: true, data: undefined, populate: undefined }
      },
      ...(global.hooks?.beforeOperation ?? []),
    ],
  },
})

/** Payload has these endpoints for every collection, and answers 500 when the collection keeps no versions (3.90). */
const noVersions: Endpoint[] = (
  [
    ['get', '/versions'],
    ['get', '/versions/:id'],
    ['post', '/versions/:id'],
  ] as const
).map(([method, path]) => ({
  method,
  path,
  handler: (req) => {
    throw new NotFound(req.t)
  },
}))

/**
 * Makes sure that a REST request names a language that exists. Without one, Payload fails to read, and stores nothing
 * of a write although it answers 201 (with `localization.fallback: false`, 3.90). A read without a language gets the
 * language of visitors; a write without one is refused.
 */
const nameLanguage: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
  overrideAccess,
  req,
}) => {
  if (overrideAccess || req.payloadAPI !== 'REST') return args
  const holdsLanguages = collection.flattenedFields.some((field) => 'localized' in field && field.localized)
  settleLanguage(req, { writes: holdsLanguages && (operation === 'create' || operation === 'update') })
  return args
}

function settleLanguage(req: PayloadRequest, { writes }: { writes: boolean }): void {
  const asked: unknown = req.locale
  if (isLocale(asked) || (asked === 'all' && !writes)) return
  if (asked !== null && asked !== undefined && asked !== 'all')
    throw new APIError(
      `Unknown locale \`${String(asked)}\`. Expected one of: ${locales.join(', ')}.`,
      400,
      undefined,
      true,
    )
  if (!writes) {
    req.locale = fallbackForVisitors
    return
  }
  const languages = locales.map((known) => label((w) => w.locales[known])[known]).join(', ')
  throw new APIError(
    sentence(req.i18n?.language, (w) => w.errors.oneLanguage, { languages }),
    400,
    undefined,
    true,
  )
}

/** Refuses a write, by whatever way it comes, whose text nobody could render afterwards. */
const refuseExcess: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'create' || operation === 'update') assertNoExcess(args, req)
  return args
}

/**
 * The error names no field. The admin panel does not save a form again while it knows a field to be wrong, and would
 * not learn that the text was made shorter.
 * @throws APIError 400
 */
function assertNoExcess(args: object, req: Pick<PayloadRequest, 'i18n'>): void {
  const excess = excessIn('data' in args ? args.data : undefined)
  if (!excess) return
  const reason = sentence(req.i18n?.language, (w) => w.errors.excess[excess])
  throw new APIError(reason, 400, undefined, true)
}

/** Payload restores a version in every language at once, which is more than a translator may write. */
const refuseWholeRestore: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'restoreVersion' && member({ req })?.role === 'translator') throw new Forbidden(req.t)
  return args
}
