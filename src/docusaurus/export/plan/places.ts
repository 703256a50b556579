import { type Locale, locales } from '@/i18n/locales'
import type { Localized } from '@/i18n/localized'
import { blogFolder } from '../../format/post-path'
import { withoutFolder } from '../../format/site-locale'
import { tagSlug } from '../../format/terms/tag-slug'
import type { ExportArticle, ExportText } from './export-plan'

/** The folder of a language's posts. The default language has `blog/`. */
export const folderOf = (locale: Locale, defaultLocale: Locale | undefined): string =>
  locale === defaultLocale ? blogFolder : `i18n/${locale}/docusaurus-plugin-content-blog`

/** The facts that decide the place of an article. */
type Placed = Pick<ExportArticle, 'id' | 'importPath' | 'sourceLocale' | 'createdAt'> & {
  texts: Localized<Pick<ExportText, 'title' | 'slug' | 'publishedAt'>>
}

/**
 * The path of an article within the folder of each of its languages: the path that it was imported from, else its date
 * and slug in the source language.
 *
 *     2024-05-11-slow-bread.md, or 2024-05-11-slow-bread-1b2c3d4e.md where that place is taken
 */
export function placeOf(
  { id, importPath, sourceLocale, createdAt, texts }: Placed,
  taken: { has: (place: string) => boolean },
): string {
  if (importPath !== null) return importPath.slice(blogFolder.length + 1)
  const source = texts[sourceLocale] ?? Object.values(texts)[0]
  const day = (source?.publishedAt ?? createdAt).slice(0, 10)
  const slug = source?.slug || tagSlug(source?.title ?? '') || 'post'
  const place = `${day}-${slug}.md`
  return taken.has(place) ? `${day}-${slug}-${id.slice(0, 8)}.md` : place
}

/** The places of all articles that have words, by their ids. */
export function placesOf(articles: readonly Placed[]): Map<string, string> {
  const places = new Map<string, string>()
  const taken = new Set<string>()
  // Imported articles keep their places, so the others look for theirs after them.
  for (const imported of [true, false]) {
    for (const article of articles) {
      if ((article.importPath !== null) !== imported || Object.keys(article.texts).length === 0) continue
      const place = placeOf(article, taken)
      places.set(article.id, place)
      taken.add(place)
    }
  }
  return places
}

/** The language of `blog/` in the site that was imported. Undefined where it is none of ours. */
export function importedDefaultLocale(
  posts: readonly { path: string; locale: Locale | null }[],
): Locale | undefined {
  const inBlog = posts.find(({ path }) => path.startsWith(`${blogFolder}/`))
  if (inBlog) return inBlog.locale ?? undefined
  return withoutFolder(locales, new Set(posts.map(({ locale }) => locale)))
}

/** Whether an export may write a post at this import path: it leads to no place outside of the folder. */
export const isPlace = (importPath: string): boolean =>
  importPath.startsWith(`${blogFolder}/`) &&
  /\.mdx?$/.test(importPath) &&
  importPath.split('/').every((part) => part !== '' && part !== '.' && part !== '..') &&
  !/[\\\p{Cc}]/u.test(importPath)
