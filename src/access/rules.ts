import type { Access, FieldAccess, PayloadRequest, Where } from 'payload'
import { isLocale, type Locale, locales } from '@/i18n/locales'
import { wherePublished } from '@/publishing/published/status'
import { sentFile } from './pictures'
import { editors, type Member, member, signedIn } from './roles'

/** Visitors read what is published in the language that they ask for. Signed-in users read drafts too. */
export const publishedOrSignedIn: Access = ({ req }) => (member({ req }) ? true : wherePublished)

/** Users who may read drafts may also see the cards of unsaved words. */
export const previewCards = signedIn

/** Returns the id of the byline that an author writes under. */
function bylineOf(author: string | { id: string } | null | undefined): string | undefined {
  return (typeof author === 'object' ? author?.id : author) ?? undefined
}

/** Translators write in their own languages. They may write all languages at once only if all are theirs. */
function translates(
  own: Locale[] | null | undefined,
  req: Pick<PayloadRequest, 'locale' | 'query'>,
): boolean {
  const { publishAllLocales, unpublishAllLocales } = req.query ?? {}
  const touched: readonly unknown[] = [publishAllLocales, unpublishAllLocales].some(isSet)
    ? locales
    : [req.locale]
  return touched.every((locale) => isLocale(locale) && (own ?? []).includes(locale))
}

const isSet = (flag: unknown): boolean => flag !== undefined && flag !== false && flag !== 'false'

/** Authors may update their own articles: those that they created or that carry their byline. */
export const updateArticle: Access = ({ req }) => {
  const user = member({ req })
  if (!user) return false
  if (user.role === 'admin' || user.role === 'editor') return true
  if (user.role === 'translator') return translates(user.locales, req)
  return ownArticles(user.id, bylineOf(user.author))
}

function ownArticles(userId: string, byline: string | undefined): Where {
  const began: Where = { createdBy: { equals: userId } }
  return byline ? { or: [began, { authors: { in: [byline] } }] } : began
}

export const createArticle: Access = ({ req }) => {
  const user = member({ req })
  return user !== undefined && user.role !== 'translator'
}

/** For texts that exist in each language: editors write them, translators write their own languages. */
export const updateTerm: Access = ({ req }) => {
  const user = member({ req })
  if (user?.role === 'translator') return translates(user.locales, req)
  return editors({ req })
}

/** Translators may change the words about a picture. They may not replace the picture, which all languages share. */
export const updatePicture: Access = (asking) =>
  member(asking)?.role === 'translator' && sentFile(asking.req) ? false : updateTerm(asking)

/** Editors write bylines, translators translate them, and authors keep their own. */
export const updateByline: Access = (asking) => {
  const user = member(asking)
  if (user?.role !== 'author') return updateTerm(asking)
  const byline = bylineOf(user.author)
  return byline ? { id: { equals: byline } } : false
}

/** Translators may not change a field that all languages share. */
export const notTranslators: FieldAccess = ({ req }) => {
  const user = member({ req })
  return user !== undefined && user.role !== 'translator'
}

/** A new article carries the byline of the user who creates it, until they choose others. */
export const ownByline = ({ user }: { user?: unknown }): string[] => {
  const byline = bylineOf((user as Member | null | undefined)?.author)
  return byline ? [byline] : []
}
