import type { SitemapEntry } from '@/feeds/sitemap'
import { type Locale, locales } from '@/i18n/locales'
import { absolute } from '@/site/absolute'
import { hrefFor } from '@/site/hrefs'
import { isPictureAddress } from '../articles/article-summaries'
import { authorsInUse } from '../terms/authors'
import { tagsInUse } from '../terms/tags'
import { type PublishedAddress, publishedAddresses } from './addresses'
import { mediaPath } from './pictures'

/** Returns every page that search engines should know, in the languages in which it is published. */
export async function sitemapEntries(origin: string): Promise<SitemapEntry[]> {
  const [articles, projects, tags, authors] = await Promise.all([
    publishedAddresses('articles'),
    publishedAddresses('projects'),
    Promise.all(locales.map(tagsInUse)),
    Promise.all(locales.map(authorsInUse)),
  ])
  const inEach = (href: (locale: Locale) => string): SitemapEntry => ({
    addresses: Object.fromEntries(locales.map((locale) => [locale, absolute(origin, href(locale))])),
  })
  const lists = (['home', 'articles', 'tags', 'authors', 'projects'] as const).map((page) =>
    inEach((locale) => hrefFor({ page, locale })),
  )
  const tagEntries = distinct(tags.flat().map(({ translations }) => JSON.stringify(translations)))
  const authorEntries = distinct(authors.flat().map(({ href }) => href.replace(/^\/[^/]+/, '')))
  return [
    ...lists,
    ...documents(articles, { origin, page: 'article' }),
    ...documents(projects, { origin, page: 'project' }),
    ...tagEntries.map((translations) => ({
      addresses: Object.fromEntries(
        Object.entries(JSON.parse(translations) as Record<Locale, string>).map(([locale, path]) => [
          locale,
          absolute(origin, path),
        ]),
      ),
    })),
    ...authorEntries.map((path) => inEach((locale) => `/${locale}${path}`)),
  ]
}

const distinct = (texts: string[]): string[] => [...new Set(texts)]

function documents(
  rows: PublishedAddress[],
  { origin, page }: { origin: string; page: 'article' | 'project' },
): SitemapEntry[] {
  const entries = new Map<string, Required<SitemapEntry>>()
  for (const { id, locale, slug, updatedAt, picture, pictureAddress } of rows) {
    const entry = entries.get(id) ?? { addresses: {}, modified: {}, images: {} }
    entry.addresses[locale] = absolute(origin, hrefFor({ page, locale, slug }))
    entry.modified[locale] = updatedAt
    const image = picture
      ? absolute(origin, mediaPath(picture))
      : isPictureAddress(pictureAddress)
        ? pictureAddress
        : undefined
    if (image) entry.images[locale] = [image]
    entries.set(id, entry)
  }
  return [...entries.values()]
}
