import type { Locale } from '@/i18n/locales'
import { namedPost, ownSlug } from '../../../format/post-path'
import { scalarText, type Written } from '../../../format/yaml/scalar-text'
import { dateOf } from '../../../import/post/post-date'
import type { ExportArticle, ExportText } from '../export-plan'
import type { ExportTerms } from '../terms'
import { written } from './front-matter'

/** The front matter of a text without a file. Fields that its path holds already are left out. */
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
