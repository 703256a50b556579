import type { Locale } from '@/i18n/locales'
import type { Localized } from '@/i18n/localized'
import type { LexicalNode } from '@/richtext/nodes'
import type { KeptBlock } from '../../format/kept-block'
import type { KnownTag } from '../../format/terms/tag-directory'

/** An article as the CMS has it. */
export type ExportArticle = {
  id: string
  /** The path of the file that it came from. Null where it was written here. */
  importPath: string | null
  sourceLocale: Locale
  /** ISO 8601. */
  createdAt: string
  /** Ids, in order. */
  authors: readonly string[]
  tags: readonly string[]
  texts: Localized<ExportText>
}

/** An article in one language. */
export type ExportText = {
  title: string | null
  slug: string | null
  description: string | null
  nodes: readonly LexicalNode[]
  hero: { picture: string | null; address: string | null }
  keywords: readonly string[]
  /** ISO 8601 in UTC. */
  publishedAt: string | null
  updatedAt: string | null
  unlisted: boolean
  /** Whether it is not online. */
  draft: boolean
  /** Whether it is online with other words than these. */
  ahead: boolean
}

/** A post's file as it was imported last. It has no bytes if only its front matter was kept. */
export type KeptPost = {
  path: string
  importPath: string
  locale: Locale
  bytes: Uint8Array
  frontMatter: string | null
  blocks: readonly KeptBlock[]
}

export type ExportAuthor = {
  id: string
  slug: string
  name: string
  title: Localized<string>
  biography: Localized<string>
  picture: string | null
  pictureAddress: string | null
  links: readonly { label: string; url: string }[]
}

/** A picture of the media library. `sha256` is the hash of the bytes that were uploaded. */
export type ExportPicture = { id: string; name: string; sha256: string; alt: Localized<string> }

/** authors.yml, tags.yml or options.json, as it was imported last. */
export type KeptSiteFile = { path: string; locale: Locale; bytes: Uint8Array }

/** The parts of an export that all posts share. */
export type ExportSite = {
  /** The language of `blog/`. Undefined where it is none of ours. */
  defaultLocale: Locale | undefined
  /** Whether the site uses remark-math. */
  math: boolean
  authors: readonly ExportAuthor[]
  tags: readonly KnownTag[]
  pictures: readonly ExportPicture[]
  /** The hashes of the pictures that were imported, by their paths in the site. */
  keptPictures: ReadonlyMap<string, string>
  files: readonly KeptSiteFile[]
  /** The path of each article within the folder of its language, by id. */
  places: ReadonlyMap<string, string>
  /** The address of our own page of a document for which Docusaurus has no page. */
  pageOf: (document: { relationTo: string; id: string }, locale: Locale) => string | undefined
}
