import type { Locale } from '@/i18n/locales'
import type { Localized } from '@/i18n/localized'
import { blogFolder, namedPost, ownSlug } from '../../format/post-path'
import { tagSlug } from '../../format/tag-slug'
import { scalarText, type Written } from '../../format/yaml-patch'
import { dateOf } from '../../import/post/post-date'
import type { ExportArticle, ExportText } from './export-plan'
import { written } from './front-matter'
import type { ExportTerms } from './terms'

/** The folder of a language's posts: the default language has `blog/`. */
export const folderOf = (locale: Locale, defaultLocale: Locale | undefined): string =>
  locale === defaultLocale ? blogFolder : `i18n/${locale}/docusaurus-plugin-content-blog`

/**
 * Where an article stands in the folders of its languages: where it came from, else by the date and the address of the
 * language that it was written in first.
 */
export function placeOf(
  { id, importPath, sourceLocale, createdAt, texts }: Placed,
  taken: ReadonlySet<string>,
): string {
  if (importPath !== null) return importPath.slice(blogFolder.length + 1)
  const source = texts[sourceLocale] ?? Object.values(texts)[0]
  const day = (source?.publishedAt ?? createdAt).slice(0, 10)
  const slug = source?.slug || tagSlug(source?.title ?? '') || 'post'
  const place = `${day}-${slug}.md`
  return taken.has(place) ? `${day}-${slug}-${id.slice(0, 8)}.md` : place
}

type Placed = Pick<ExportArticle, 'id' | 'importPath' | 'sourceLocale' | 'createdAt'> & {
  texts: Localized<Pick<ExportText, 'title' | 'slug' | 'publishedAt'>>
}

/** The front matter of a text that had no file, in Docusaurus' words, without what its path says already. */
export function newFrontMatter(
  { title, slug, description, keywords, publishedAt, updatedAt, unlisted, draft }: ExportText,
  {
    article,
    locale,
    relative,
    image,
    terms,
  }: { article: ExportArticle; locale: Locale; relative: string; image: string | null; terms: ExportTerms },
): string {
  const named = namedPost(relative)
  const date = publishedAt ?? (named.date === undefined ? article.createdAt : undefined)
  const lines: [string, string | boolean | Written | readonly string[] | undefined][] = [
    ['title', title || undefined],
    ['slug', slug && slug !== ownSlug(named.slug, 1) ? slug : undefined],
    [
      'date',
      date && (named.date === undefined || dateOf(named.date, 1) !== date) ? written(date) : undefined,
    ],
    ['authors', article.authors.flatMap((id) => terms.nameAuthor(id, locale))],
    ['tags', article.tags.flatMap((id) => terms.nameTag(id, locale))],
    ['keywords', keywords],
    ['description', description || undefined],
    ['image', image || undefined],
    ['last_update', updatedAt ? { written: `{ date: ${written(updatedAt).written} }` } : undefined],
    ['unlisted', unlisted || undefined],
    ['draft', draft || undefined],
  ]
  const yaml = lines.flatMap(([key, value]) => {
    if (value === undefined) return []
    if (!isList(value)) return `${key}: ${scalarText(value)}`
    return value.length > 0
      ? `${key}: [${value.map((item) => scalarText(item, undefined, true)).join(', ')}]`
      : []
  })
  return `---\n${yaml.map((line) => `${line}\n`).join('')}---\n`
}

const isList = (value: string | boolean | Written | readonly string[]): value is readonly string[] =>
  Array.isArray(value)
