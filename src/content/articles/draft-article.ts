import type { Locale } from '@/i18n/locales'
import { asVisitor, cms } from '../cms'
import type { ArticleDetails } from '../views'
import { articleView } from './article-by-slug'

/**
 * Returns the newest saved version of an article in a language to a user who may edit it, and undefined to everyone
 * else.
 */
export async function draftArticle({
  id,
  locale,
  headers,
}: {
  id: string
  locale: Locale
  headers: Headers
}): Promise<ArticleDetails | undefined> {
  const payload = await cms()
  const { user } = await payload.auth({ headers })
  if (!user) return undefined
  const { docs } = await payload.find({
    collection: 'articles',
    where: { id: { equals: id } },
    draft: true,
    user,
    limit: 1,
    ...asVisitor(locale),
  })
  return docs[0] && articleView(docs[0], locale)
}
