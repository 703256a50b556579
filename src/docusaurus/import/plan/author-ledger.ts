import type { Locale } from '@/i18n/locales'
import { type AuthorFields, type AuthorsFile, linksOf } from '../../format/terms/authors-file'
import { tagSlug } from '../../format/terms/tag-slug'
import type { ReadPost } from '../post/post'
import type { PlannedAuthor } from './import-plan'

/** Gathers the authors of authors.yml, and then those whom posts name. */
export class AuthorLedger {
  readonly #planned = new Map<string, PlannedAuthor>()
  readonly #files: ReadonlyMap<Locale, AuthorsFile>
  readonly #order: readonly Locale[]

  /** `order`: the site's default language first. Names and pictures come from the first language that has them. */
  constructor(files: ReadonlyMap<Locale, AuthorsFile>, order: readonly Locale[]) {
    this.#files = files
    this.#order = order
    for (const locale of order) {
      for (const key of files.get(locale)?.authors.keys() ?? []) this.#introduce(key)
    }
  }

  /** The authors so far. */
  get planned(): PlannedAuthor[] {
    return [...this.#planned.values()]
  }

  /** The slugs of a post's authors, in order, and those keys among them that no authors.yml has. */
  of(post: ReadPost, locale: Locale): { slugs: string[]; unknown: string[] } {
    const slugs: string[] = []
    const unknown: string[] = []
    for (const author of bylinesIn(post)) {
      const key = typeof author === 'string' ? author : author.key
      if (key !== undefined) {
        if (!this.#planned.has(key)) {
          unknown.push(key)
          this.#planned.set(key, plannedAuthor(key, { name: key }, locale))
        }
        slugs.push(key)
      } else if (typeof author !== 'string' && author.name) {
        slugs.push(this.#inline(author, locale))
      }
    }
    return { slugs: [...new Set(slugs)], unknown }
  }

  /** An author who is written out in a post is the known author of that name, where there is one. */
  #inline(author: AuthorFields, locale: Locale): string {
    const known = this.planned.find(({ name }) => name === author.name)
    const slug = known?.slug ?? (tagSlug(author.name ?? '') || 'author')
    const more = plannedAuthor(slug, author, locale)
    this.#planned.set(slug, known ? merged(known, more) : more)
    return slug
  }

  #introduce(key: string) {
    if (this.#planned.has(key)) return
    const [first, ...others] = this.#order.flatMap((locale) => {
      const fields = this.#files.get(locale)?.authors.get(key)
      return fields ? [plannedAuthor(key, fields, locale)] : []
    })
    if (first) this.#planned.set(key, others.reduce(merged, first))
  }
}

/** The authors that a post names. A string is a key of authors.yml. */
export function bylinesIn({ authors, legacyAuthor }: ReadPost): (string | AuthorFields)[] {
  if (authors === undefined) return legacyAuthor ? [legacyAuthor] : []
  return Array.isArray(authors) ? authors : [authors]
}

function plannedAuthor(slug: string, fields: AuthorFields, locale: Locale): PlannedAuthor {
  const picture = fields.image_url ?? fields.imageURL
  return {
    slug,
    name: fields.name ?? slug,
    title: fields.title ? { [locale]: fields.title } : {},
    biography: fields.description ? { [locale]: fields.description } : {},
    ...(picture ? { picture } : {}),
    links: linksOf(fields).map(({ label, href }) => ({ label, href })),
  }
}

const merged = (first: PlannedAuthor, second: PlannedAuthor): PlannedAuthor => ({
  ...second,
  ...first,
  title: { ...second.title, ...first.title },
  biography: { ...second.biography, ...first.biography },
  links: first.links.length > 0 ? first.links : second.links,
})
