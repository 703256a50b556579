import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { refuseOtherLanguages } from '@/access/visitors'
import { isLocale, type Locale } from '@/i18n/locales'
import type { PublishedCollection } from '../publishables/publishable'
import { asPublished, isPublished } from '../published/status'

/** The fields that restoring a version leaves as they are now. */
const notRestored = new Set([
  'id',
  'createdAt',
  'updatedAt',
  'createdBy',
  'updatedBy',
  'revision',
  'blockScope',
  'importPath',
  '_status',
])

/**
 * Restores one language of a document, and the fields that languages share, from a version. The other languages stay as
 * they are. The language goes online if that version was. Payload's own operation would write every language back, and
 * take off line what was not yet published then.
 */
export async function restoreLanguage({
  req,
  collection,
  versionId,
  locale,
  asDraft = false,
  overrideAccess = false,
}: {
  req: PayloadRequest
  collection: PublishedCollection
  versionId: string
  locale: Locale
  asDraft?: boolean
  overrideAccess?: boolean
}) {
  const common = { collection, locale, fallbackLocale: false, depth: 0, overrideAccess, req } as const
  const version = await req.payload.findVersionByID({ ...common, id: versionId, showHiddenFields: true })
  const content = Object.fromEntries(
    Object.entries(version.version).filter(([field]) => !notRestored.has(field)),
  )
  const goesOnline = !asDraft && isPublished(version.version as { _status?: string })
  return req.payload.update({
    ...common,
    id: parentOf(version.parent),
    draft: !goesOnline,
    data: { ...content, ...(goesOnline ? asPublished : {}) },
  })
}

const parentOf = (parent: unknown): string =>
  typeof parent === 'object' && parent !== null ? (parent as { id: string }).id : String(parent)

/** Replaces Payload's endpoint at the same address, which the button in the admin panel calls. */
export const restoreEndpoint = (collection: PublishedCollection): Endpoint => ({
  path: '/versions/:id',
  method: 'post',
  handler: async (req) => {
    if (!req.user) throw new APIError(req.t('error:notAllowedToPerformAction'), 401, undefined, true)
    refuseOtherLanguages(req)
    const locale = languageAskedFor(req)
    if (!isLocale(locale)) throw new APIError(`Unknown locale \`${locale}\`.`, 400, undefined, true)
    const doc = await restoreLanguage({
      req,
      collection,
      versionId: String(req.routeParams?.id),
      locale,
      asDraft: req.query.draft === 'true',
    })
    return Response.json({ ...doc, message: req.t('version:restoredSuccessfully') })
  },
})

/** The admin panel's button sends no language (3.90), but the address of its page, the referer, names one. */
function languageAskedFor(req: PayloadRequest): unknown {
  const view = req.headers.get('referer')
  const shown = view && URL.canParse(view) ? new URL(view).searchParams.get('locale') : null
  return req.query.locale ?? shown ?? req.locale
}
