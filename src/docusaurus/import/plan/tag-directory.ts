import { type Locale, locales } from '@/i18n/locales'
import { tagSlug } from '../../format/tag-slug'
import type { PlannedTag } from './import-plan'

/** A tag of the CMS in both languages. */
export type KnownTag = Pick<PlannedTag, 'name' | 'slug' | 'aliases' | 'description'> & { id: string }

/** The tags of the CMS, found by whatever a post of a language calls them. */
export class TagDirectory {
  readonly #tags: KnownTag[]
  constructor(tags: KnownTag[]) {
    this.#tags = tags
  }

  add(tag: KnownTag) {
    const at = this.#tags.findIndex(({ id }) => id === tag.id)
    if (at < 0) this.#tags.push(tag)
    else this.#tags[at] = tag
  }

  idOf(locale: Locale, label: string): string | undefined {
    return this.#called(locale, [label, tagSlug(label)])?.id
  }

  /** The tag that a planned one is: by its address in a language, else by another spelling. */
  matching({ name, slug }: PlannedTag): KnownTag | undefined {
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
