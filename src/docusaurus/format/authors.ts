import { z } from 'zod'
import type { Locale } from '@/i18n/locales'
import type { Item, PlannedAuthor, SiteFile } from '../import/plan/import-plan'
import type { ReadPost } from '../import/post/read-post'
import { fileText } from './file-text'
import { authorFormat } from './front-matter'
import { Refusal } from './refusal'
import { tagSlug } from './tag-slug'
import { yamlDocument } from './yaml-document'

export type AuthorFields = z.infer<typeof authorFormat>

/** What an authors.yml says, by key, and what is wrong with it. */
export type AuthorsFile = { authors: ReadonlyMap<string, AuthorFields>; refused: Item[] }

const authorsFormat = z.record(z.string(), authorFormat)

/** Reads one authors.yml; a broken one introduces nobody. */
export function authorsFile({ path, bytes }: Extract<SiteFile, { bytes: Uint8Array }>): AuthorsFile {
  try {
    const { value, lineOf } = yamlDocument(fileText(bytes))
    const result = authorsFormat.safeParse(value ?? {})
    if (result.success) return { authors: new Map(Object.entries(result.data)), refused: [] }
    const [issue] = result.error.issues
    throw new Refusal(
      'invalid-authors',
      lineOf(String(issue?.path[0] ?? '')),
      `Expected authors by key: ${issue?.message ?? 'it has the wrong shape'}.`,
    )
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const { line, code, message } = error
    return { authors: new Map(), refused: [{ file: path, line, code, message }] }
  }
}

/** The authors of all posts, gathered while posts are read. */
export class AuthorLedger {
  readonly #planned = new Map<string, PlannedAuthor>()
  readonly #files: ReadonlyMap<Locale, AuthorsFile>
  readonly #order: readonly Locale[]

  /** `order`: the site's default language first; names and pictures come from the first that has them. */
  constructor(files: ReadonlyMap<Locale, AuthorsFile>, order: readonly Locale[]) {
    this.#files = files
    this.#order = order
    for (const locale of order) {
      for (const key of files.get(locale)?.authors.keys() ?? []) this.#introduce(key)
    }
  }

  get planned(): PlannedAuthor[] {
    return [...this.#planned.values()]
  }

  /** The slugs of a post's authors, in order, and the keys that no authors.yml knows. */
  of(post: ReadPost, locale: Locale): { slugs: string[]; unknown: string[] } {
    const slugs: string[] = []
    const unknown: string[] = []
    for (const author of bylines(post)) {
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

  /** An author written in a post is the one of that name, where there is one. */
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

function bylines({ authors, legacyAuthor }: ReadPost): (string | AuthorFields)[] {
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

/** The links of an author, each with the keys that it stands under in the file. */
export const linksOf = (fields: AuthorFields): (PlannedAuthor['links'][number] & { keys: string[] })[] => [
  ...(fields.url ? [{ keys: ['url'], label: siteOf(fields.url), href: fields.url }] : []),
  ...(fields.email ? [{ keys: ['email'], label: 'email', href: `mailto:${fields.email}` }] : []),
  ...Object.entries(fields.socials ?? {}).map(([label, handle]) => ({
    keys: ['socials', label],
    label,
    href: social(label, handle),
  })),
]

const merged = (first: PlannedAuthor, second: PlannedAuthor): PlannedAuthor => ({
  ...second,
  ...first,
  title: { ...second.title, ...first.title },
  biography: { ...second.biography, ...first.biography },
  links: first.links.length > 0 ? first.links : second.links,
})

/** How readers know a page of an author's own: by its host. */
export const siteOf = (url: string) => (URL.canParse(url) && new URL(url).host.replace(/^www\./, '')) || url

/** Docusaurus' short forms of social links. */
const handles: Record<string, string> = {
  x: 'https://x.com/',
  twitter: 'https://twitter.com/',
  github: 'https://github.com/',
  linkedin: 'https://www.linkedin.com/in/',
  stackoverflow: 'https://stackoverflow.com/users/',
  bluesky: 'https://bsky.app/profile/',
  instagram: 'https://www.instagram.com/',
  threads: 'https://www.threads.net/@',
  mastodon: 'https://mastodon.social/@',
  twitch: 'https://twitch.tv/',
  youtube: 'https://youtube.com/@',
}

const social = (label: string, handle: string) =>
  /^https?:\/\//.test(handle) ? handle : `${Object.hasOwn(handles, label) ? handles[label] : ''}${handle}`
