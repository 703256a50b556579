import type { Locale } from '@/i18n/locales'
import type { Localized } from '@/i18n/localized'
import type { Dialect } from '@/markdown/dialect'
import type { SourceBlock } from '@/markdown/read/to-body'
import type { PackedBody } from '../../format/packed-body'
import type { ReadOutcome } from '../post/read-post'

/** A file of the site: `path` relative to its folder, parted by slashes. */
export type SiteFile =
  | { path: string; bytes: Uint8Array }
  /** A file that was not read, and why. */
  | { path: string; refused: { code: string; message: string } }

/** One line of the import's report. `line` counts from 1 in the file. */
export type Item = { file: string; line: number; code: string; message: string }

/** A byline. `slug` is its key in authors.yml, or comes from the name of an author written in a post. */
export type PlannedAuthor = {
  slug: string
  name: string
  title: Localized<string>
  biography: Localized<string>
  picture?: string
  links: { label: string; href: string }[]
}

/** A tag in all its languages. `key` names it within the plan, and stays the same while its first slug does. */
export type PlannedTag = {
  key: string
  name: Localized<string>
  slug: Localized<string>
  /** Other spellings, and the slugs of other spellings, under which posts know it. */
  aliases: Localized<string[]>
  description: Localized<string>
}

export type PlannedHero = {
  /** As it was written. */
  address: string
  /** The file of the site that a local address names. */
  file?: string
  alt?: string
  /** A card drawn by the old system: kept for the export, never requested. */
  generatedCard: boolean
}

/** A block's place in its file, in bytes: what the export copies while the fingerprint holds. */
export type PlannedBlock = SourceBlock & { byteStart: number; byteEnd: number }

/** A block of an article and the bytes of its file that it was made from. */
export type KeptBlock = { blockId?: string; start: number; end: number; fingerprint: string }

/** A post in one language. */
export type PlannedText = {
  file: string
  /** Of the file's bytes, hexadecimal. */
  sha256: string
  title: string
  slug: string
  description?: string
  body: PackedBody
  blocks: PlannedBlock[]
  dialect: Dialect
  /** From the start of the file to the line after the closing `---`, as it was written. */
  frontMatterText: string
  /** ISO 8601 in UTC. */
  publishedAt: string
  updatedAt?: string
  hero?: PlannedHero
  keywords: string[]
  /** Tags by their keys in the plan, each with the word that this post writes. */
  tags: { key: string; label: string }[]
  draft: boolean
  unlisted: boolean
  /** The block that `<!-- truncate -->` is. */
  truncateAt?: number
  /** Pictures that are files of the site, by the address that the post gives them. */
  pictures: { address: string; file: string }[]
  /** Pictures elsewhere, the article's own among them, where they are named first. */
  remotePictures: { address: string; line: number }[]
  /** Where Docusaurus served it, without origin and trailing slash. */
  oldAddresses: string[]
}

export type PlannedArticle = {
  /** The path of the post in the site's default language, or the path it would have there. */
  importPath: string
  sourceLocale: Locale
  /** Slugs of authors, in order. */
  authors: string[]
  texts: Localized<PlannedText>
}

export type ImportPlan = {
  /** Of the files that were found; any language, ours or not. */
  defaultLocale: string
  authors: PlannedAuthor[]
  tags: PlannedTag[]
  articles: PlannedArticle[]
  redirects: { from: string; importPath: string; locale: Locale }[]
  /** authors.yml, tags.yml and options.json, for the export. */
  siteFiles: { path: string; locale: string; bytes: Uint8Array }[]
  refused: Item[]
  warnings: Item[]
}

export type PlanOptions = {
  /** The languages to take; ours by default. */
  locales?: readonly Locale[]
  /** The language of `blog/`; found from the files where it is not given. */
  defaultLocale?: string
  /** Where the site has files that are not text: pictures beside posts and in static/. */
  assets?: readonly string[]
  /** Whether the site uses remark-math. */
  math?: boolean
  /** An author that nobody introduces refuses the post. */
  strict?: boolean
  /** Posts that were read before, by path. */
  read?: ReadonlyMap<string, ReadOutcome>
}
