import { type Locale, locales } from '@/i18n/locales'
import { asVisitor, cms } from '../cms'

/** A longer text is no title of ours, so it is not worth a query. */
const longest = 500

/**
 * Tells whether a published article or project, or a tag or an author, has exactly this title, in this language or,
 * without a language, in any.
 */
export async function isPublishedTitle(title: string, locale: Locale | undefined): Promise<boolean> {
  if (title.length > longest) return false
  const found = await Promise.all((locale ? [locale] : locales).map((one) => isTitleIn(title, one)))
  return found.includes(true)
}

async function isTitleIn(title: string, locale: Locale): Promise<boolean> {
  const payload = await cms()
  const [titled, named] = [{ title: { equals: title } }, { name: { equals: title } }]
  const found = await Promise.all([
    payload.count({ collection: 'articles', where: titled, ...asVisitor(locale) }),
    payload.count({ collection: 'projects', where: named, ...asVisitor(locale) }),
    payload.count({ collection: 'tags', where: named, ...asVisitor(locale) }),
    payload.count({ collection: 'authors', where: named, ...asVisitor(locale) }),
  ])
  return found.some(({ totalDocs }) => totalDocs > 0)
}
