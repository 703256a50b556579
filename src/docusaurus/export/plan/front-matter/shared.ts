import type { Locale } from '@/i18n/locales'
import type { FrontMatter } from '../../../format/front-matter'
import type { ListItem } from '../../../format/yaml/list-edits'
import type { ExportArticle } from '../export-plan'
import type { ExportTerms, PostByline } from '../terms'

/** How the authors and tags of an article differ from those in its files. */
export type SharedChange = {
  /** Whether the authors differ. */
  authors: boolean
  tags: { added: readonly string[]; removed: ReadonlySet<string> }
}

/** The front matter of an article's file in one language. */
type KeptFields = { locale: Locale; fields: FrontMatter }

/**
 * Compares the authors and tags of an article with those in its imported files. Authors come from the file in the
 * source's language, tags from all files.
 */
export function sharedChange(
  { authors, tags, sourceLocale }: Pick<ExportArticle, 'authors' | 'tags' | 'sourceLocale'>,
  kept: readonly KeptFields[],
  terms: ExportTerms,
): SharedChange {
  const source = kept.find(({ locale }) => locale === sourceLocale) ?? kept[0]
  const before = unique(bylinesOf(source?.fields ?? {}).flatMap((byline) => terms.authorNamed(byline) ?? []))
  const labels = kept.flatMap(({ locale, fields }) =>
    labelsOf(fields).map((label) => terms.tagNamed(locale, label)),
  )
  const known = new Set(labels.filter((id) => id !== undefined))
  const added = tags.filter((id) => !known.has(id))
  // If there are as many new tags as words without a tag, those tags were given other slugs, and the words stay.
  const renamed = added.length === labels.length - labels.filter((id) => id !== undefined).length
  const present = new Set(tags)
  return {
    authors: JSON.stringify(before) !== JSON.stringify(unique(authors)),
    tags: {
      added: renamed ? [] : added,
      removed: new Set([...known].filter((id) => !present.has(id))),
    },
  }
}

/** The authors that a file names now. Those that stay keep the words of the file. Undefined where nothing changes. */
export function authorItems(
  fields: FrontMatter,
  {
    article,
    locale,
    terms,
    change,
  }: { article: ExportArticle; locale: Locale; terms: ExportTerms; change: SharedChange },
): ListItem[] | undefined {
  if (!change.authors) return undefined
  const written = bylinesOf(fields).map((byline) => terms.authorNamed(byline))
  const items = unique(article.authors).flatMap((id): ListItem[] => {
    const index = written.indexOf(id)
    return index < 0 ? terms.nameAuthor(id, locale) : [index]
  })
  return same(items, written) ? undefined : items
}

/** The tags that a file names now. Those that stay keep the spelling of the file. Undefined where nothing changes. */
export function tagItems(
  fields: FrontMatter,
  { locale, terms, change }: { locale: Locale; terms: ExportTerms; change: SharedChange },
): ListItem[] | undefined {
  const { added, removed } = change.tags
  const written = labelsOf(fields).map((label) => terms.tagNamed(locale, label))
  const stay = written.flatMap((id, index) => (id !== undefined && removed.has(id) ? [] : [index]))
  const items = [
    ...stay,
    ...added.filter((id) => !written.includes(id)).flatMap((id) => terms.nameTag(id, locale)),
  ]
  return same(items, written) ? undefined : items
}

const same = (items: readonly ListItem[], written: readonly unknown[]) =>
  items.length === written.length && items.every((item, index) => item === index)

const labelsOf = ({ tags }: FrontMatter) => (tags ?? []).map(({ label }) => label)

/** The authors that a file names, the one of the older single field included. */
export function bylinesOf({ authors, author }: Partial<FrontMatter>): PostByline[] {
  const written = authors ?? (author === undefined ? [] : { name: author })
  return Array.isArray(written) ? written : [written]
}

const unique = (ids: readonly string[]) => [...new Set(ids)]
