import type { z } from 'zod'
import { type Locale, locales } from '@/i18n/locales'
import type { authorFormat } from '../../format/front-matter'
import { type KnownTag, TagDirectory } from '../../format/terms/tag-directory'
import { tagSlug } from '../../format/terms/tag-slug'
import type { ExportAuthor, ExportSite } from './export-plan'

export type AuthorEntry = string | z.infer<typeof authorFormat>

/** Authors and tags as posts name them, and which of them the export has named anew. */
export class ExportTerms {
  readonly #authors: ReadonlyMap<string, ExportAuthor>
  readonly #tags: ReadonlyMap<string, KnownTag>
  readonly #directory: TagDirectory
  /** What posts of a language name now and did not name before: files of terms may lack it. */
  readonly namedAuthors = new Map<Locale, Set<ExportAuthor>>()
  readonly namedTags = new Map<Locale, Set<KnownTag>>()

  /** The words by which a language's tags.yml knows its tags. */
  readonly #tagKeys: ReadonlyMap<Locale, ReadonlySet<string>>

  constructor(
    { authors, tags }: Pick<ExportSite, 'authors' | 'tags'>,
    tagKeys: ReadonlyMap<Locale, ReadonlySet<string>>,
  ) {
    this.#authors = new Map(authors.map((author) => [author.id, author]))
    this.#tags = new Map(tags.map((tag) => [tag.id, tag]))
    this.#directory = new TagDirectory([...tags])
    this.#tagKeys = tagKeys
  }

  /** The author whom a byline names. */
  authorNamed(byline: AuthorEntry): string | undefined {
    const all = [...this.#authors.values()]
    const key = typeof byline === 'string' ? byline : byline.key
    if (key !== undefined) return all.find(({ slug }) => slug === key)?.id
    const name = typeof byline === 'string' ? byline : (byline.name ?? '')
    return (all.find((author) => author.name === name) ?? all.find(({ slug }) => slug === tagSlug(name)))?.id
  }

  tagNamed(locale: Locale, label: string): string | undefined {
    return this.#directory.idOf(locale, label)
  }

  /** How a post names an author whom it did not name before. */
  nameAuthor(id: string, locale: Locale): string[] {
    const author = this.#authors.get(id)
    if (!author) return []
    this.namedAuthors.set(locale, (this.namedAuthors.get(locale) ?? new Set()).add(author))
    return [author.slug]
  }

  /** How a post names a tag that it did not name before: as tags.yml does, else by its name. */
  nameTag(id: string, locale: Locale): string[] {
    const tag = this.#tags.get(id)
    const name = tag && tagName(tag, locale)
    if (!tag || name === undefined) return []
    this.namedTags.set(locale, (this.namedTags.get(locale) ?? new Set()).add(tag))
    const known = [...(this.#tagKeys.get(locale) ?? [])].find((key) => this.tagNamed(locale, key) === id)
    return [known ?? (needsEntry(tag, locale) ? keyOf(tag, locale) : name)]
  }
}

/** A tag's name in a language, else in another: terms fall back. */
export const tagName = (tag: KnownTag, locale: Locale): string | undefined =>
  [locale, ...locales].map((one) => tag.name[one]).find((name) => name !== undefined && name !== '')

/** The key of a tag's entry in tags.yml. */
export const keyOf = (tag: KnownTag, locale: Locale): string =>
  tag.slug[locale] ?? tagSlug(tagName(tag, locale) ?? '')

/** Whether a post cannot say by the tag's name alone what the CMS knows of it. */
export function needsEntry(tag: KnownTag, locale: Locale): boolean {
  const { [locale]: slug } = tag.slug
  return (
    Boolean(tag.description[locale]) || (slug !== undefined && slug !== tagSlug(tagName(tag, locale) ?? ''))
  )
}
