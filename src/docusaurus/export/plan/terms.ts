import type { z } from 'zod'
import { type Locale, locales } from '@/i18n/locales'
import type { authorFormat } from '../../format/front-matter'
import { type KnownTag, TagDirectory } from '../../format/terms/tag-directory'
import { tagSlug } from '../../format/terms/tag-slug'
import type { ExportAuthor, ExportSite } from './export-plan'

export type PostByline = string | z.infer<typeof authorFormat>

/** Finds authors and tags by the words of posts, and notes those that posts name now and did not name before. */
export class ExportTerms {
  readonly #authors: ReadonlyMap<string, ExportAuthor>
  readonly #tags: ReadonlyMap<string, KnownTag>
  readonly #directory: TagDirectory
  /** The terms that posts of a language name for the first time. authors.yml and tags.yml may lack them. */
  readonly namedAuthors = new Map<Locale, Set<ExportAuthor>>()
  readonly namedTags = new Map<Locale, Set<KnownTag>>()

  /** The keys of the tags in the tags.yml of each language. */
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
  authorNamed(byline: PostByline): string | undefined {
    const all = [...this.#authors.values()]
    const key = typeof byline === 'string' ? byline : byline.key
    if (key !== undefined) return all.find(({ slug }) => slug === key)?.id
    const name = typeof byline === 'string' ? byline : (byline.name ?? '')
    return (all.find((author) => author.name === name) ?? all.find(({ slug }) => slug === tagSlug(name)))?.id
  }

  tagNamed(locale: Locale, label: string): string | undefined {
    return this.#directory.idOf(locale, label)
  }

  /** The word for an author whom a post did not name before: the key in authors.yml. None if the author is unknown. */
  nameAuthor(id: string, locale: Locale): string[] {
    const author = this.#authors.get(id)
    if (!author) return []
    this.namedAuthors.set(locale, (this.namedAuthors.get(locale) ?? new Set()).add(author))
    return [author.slug]
  }

  /** The word for a tag that a post did not name before: the key in tags.yml, else the tag's name. */
  nameTag(id: string, locale: Locale): string[] {
    const tag = this.#tags.get(id)
    const name = tag && tagNameOf(tag, locale)
    if (!tag || name === undefined) return []
    this.namedTags.set(locale, (this.namedTags.get(locale) ?? new Set()).add(tag))
    const known = [...(this.#tagKeys.get(locale) ?? [])].find((key) => this.tagNamed(locale, key) === id)
    return [known ?? (needsEntry(tag, locale) ? keyOf(tag, locale) : name)]
  }
}

/** A tag's name in a language, else its name in another language. */
export const tagNameOf = (tag: KnownTag, locale: Locale): string | undefined =>
  [locale, ...locales].map((one) => tag.name[one]).find((name) => name !== undefined && name !== '')

/** The key of a tag's entry in tags.yml. */
export const keyOf = (tag: KnownTag, locale: Locale): string =>
  tag.slug[locale] ?? tagSlug(tagNameOf(tag, locale) ?? '')

/** Whether a tag needs an entry in tags.yml, since its name alone does not tell its slug or its description. */
export function needsEntry(tag: KnownTag, locale: Locale): boolean {
  const { [locale]: slug } = tag.slug
  return (
    Boolean(tag.description[locale]) || (slug !== undefined && slug !== tagSlug(tagNameOf(tag, locale) ?? ''))
  )
}
