import type { Access, FieldAccess, PayloadRequest, Where } from 'payload'
import { isLocale, type Locale, locales } from '@/i18n/locales'
import { editors, type Member, member, signedIn } from './roles'

/** Visitors see what is published in the language that they ask for; whoever is signed in sees drafts too. */
export const publishedOrSignedIn: Access = ({ req }) =>
  member({ req }) ? true : ({ _status: { equals: 'published' } } satisfies Where)

/** Whoever may read drafts may look at the cards of words that are not saved yet. */
export const previewCards = signedIn

/** The id of the byline that an author writes under. */
export function bylineOf(author: string | { id: string } | null | undefined): string | undefined {
  return (typeof author === 'object' ? author?.id : author) ?? undefined
}

/** Translators write in their own languages: in all at once only where all are theirs. */
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

/** An author's own articles: those that they began, or that carry their byline. */
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

/** What stands in both languages' texts: editors write it, translators their languages of it. */
export const updateTerm: Access = ({ req }) => {
  const user = member({ req })
  if (user?.role === 'translator') return translates(user.locales, req)
  return editors({ req })
}

/** Words about a picture are a text like others; another picture in its place is for both languages. */
export const updatePicture: Access = (asking) =>
  member(asking)?.role === 'translator' && asking.req.file ? false : updateTerm(asking)

/** A byline is written by editors, translated by translators, and kept by the author whose it is. */
export const updateByline: Access = (asking) => {
  const user = member(asking)
  if (user?.role !== 'author') return updateTerm(asking)
  const byline = bylineOf(user.author)
  return byline ? { id: { equals: byline } } : false
}

/** A field that all languages share is not a translator's to change. */
export const notTranslators: FieldAccess = ({ req }) => {
  const user = member({ req })
  return user !== undefined && user.role !== 'translator'
}

/** An article that is begun by somebody with a byline carries it, until they choose others. */
export const ownByline = ({ user }: { user?: unknown }): string[] => {
  const byline = bylineOf((user as Member | null | undefined)?.author)
  return byline ? [byline] : []
}
