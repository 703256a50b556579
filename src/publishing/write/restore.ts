import { APIError, type Endpoint, type PayloadRequest } from 'payload'
import { refuseOtherLanguages } from '@/access/visitors'
import { isLocale, type Locale } from '@/i18n/locales'
import type { PublishedCollection } from '../publishables/publishable'
import { asPublished, isPublished } from '../published/status'

/** What a version holds that is no content of its own: it stays as it is now. */
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
 * Brings one language of a document back to what it was in a version; the fields that languages share come along, the
 * other language stays as it is. Payload's own operation would write every language back, and take off line what was
 * not yet published then. Goes online only where that version was.
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

/** Stands before Payload's endpoint of the same address, which the admin panel's button asks. */
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

/** The admin panel's button does not say a language (3.90), but the view that it stands in has one in its address. */
function languageAskedFor(req: PayloadRequest): unknown {
  const view = req.headers.get('referer')
  const shown = view && URL.canParse(view) ? new URL(view).searchParams.get('locale') : null
  return req.query.locale ?? shown ?? req.locale
}
