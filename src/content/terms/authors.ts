import type { Locale } from '@/i18n/locales'
import { hrefFor } from '@/site/hrefs'
import { webLinks } from '@/site/web-address'
import { everyLanguage } from '../articles/translations'
import { cms, inEveryLanguage } from '../cms'
import { picturesById } from '../site/pictures'
import type { AuthorDetails, AuthorSummary } from '../views'
import { authorSummary } from './people'
import { articleCounts } from './tags'
import { eachLanguage, termOf } from './terms'

/** Returns all authors who have published in a language. */
export async function authorsInUse(locale: Locale): Promise<(AuthorSummary & { count: number })[]> {
  const [{ docs }, counts] = await Promise.all([
    (await cms()).find({
      collection: 'authors',
      ...inEveryLanguage,
      sort: 'name',
      limit: 0,
      pagination: false,
    }),
    articleCounts('authors', locale),
  ])
  const pictures = await picturesById(
    docs.map(({ picture }) => picture),
    locale,
  )
  return docs.flatMap((author) => {
    const count = counts.get(author.id) ?? 0
    return count > 0 ? [{ ...authorSummary(author, locale, pictures), count }] : []
  })
}

export async function authorBySlug(
  locale: Locale,
  slug: string,
): Promise<{ id: string; author: AuthorDetails } | undefined> {
  const where = { slug: { equals: slug } }
  const { docs } = await (await cms()).find({ collection: 'authors', where, ...inEveryLanguage, limit: 1 })
  const [doc] = docs
  if (!doc) return undefined
  const [pictures, counts] = await Promise.all([
    picturesById([doc.picture], locale),
    articleCounts('authors', locale),
  ])
  const biography = termOf(eachLanguage(doc.biography), locale)
  const author = {
    ...authorSummary(doc, locale, pictures),
    slug: doc.slug,
    ...(biography ? { biography } : {}),
    links: webLinks(doc.links),
    count: counts.get(doc.id) ?? 0,
    translations: everyLanguage((other) => hrefFor({ page: 'author', locale: other, slug: doc.slug })),
  }
  return { id: doc.id, author }
}
