import { type Locale, locales } from '@/i18n/locales'
import type { Localized } from '@/i18n/localized'
import { tagSlug } from './tag-slug'

/** The words of a tag in all its languages. */
export type TagWords = {
  name: Localized<string>
  slug: Localized<string>
  /** Other spellings of the name, and the slugs of those spellings. Posts know the tag by them too. */
  aliases: Localized<string[]>
  description: Localized<string>
}

/** A tag of the CMS. */
export type KnownTag = TagWords & { id: string }

/** Finds the tags of the CMS by any word that posts of a language have for them. */
export class TagDirectory {
  readonly #tags: KnownTag[]

  constructor(tags: readonly KnownTag[]) {
    this.#tags = [...tags]
  }

  add(tag: KnownTag) {
    const at = this.#tags.findIndex(({ id }) => id === tag.id)
    if (at < 0) this.#tags.push(tag)
    else this.#tags[at] = tag
  }

  idOf(locale: Locale, label: string): string | undefined {
    return this.#called(locale, [label, tagSlug(label)])?.id
  }

  /** The tag of the CMS that a tag of the site is: one of the same slug, else one that knows its spelling. */
  matching({ name, slug }: Pick<TagWords, 'name' | 'slug'>): KnownTag | undefined {
    for (const locale of locales) {
      const found = this.#tags.find((tag) => slug[locale] && same(tag.slug[locale], slug[locale]))
      if (found) return found
    }
    for (const locale of locales) {
      const words = [name[locale], slug[locale]].filter((word) => word !== undefined)
      const found = this.#called(locale, words)
      if (found) return found
    }
    return undefined
  }

  #called(locale: Locale, words: readonly string[]): KnownTag | undefined {
    return (
      this.#tags.find((tag) => words.some((word) => same(tag.slug[locale], word))) ??
      this.#tags.find((tag) => tag.aliases[locale]?.some((alias) => words.some((word) => same(alias, word))))
    )
  }
}

const same = (one: string | undefined, other: string) => one?.toLowerCase() === other.toLowerCase()
