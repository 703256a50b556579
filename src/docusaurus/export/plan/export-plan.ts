import type { Locale } from '@/i18n/locales'
import type { Localized } from '@/i18n/localized'
import type { LexicalNode } from '@/richtext/nodes'
import type { KeptBlock } from '../../format/kept-block'
import type { KnownTag } from '../../format/terms/tag-directory'

/** An article as the CMS has it. */
export type ExportArticle = {
  id: string
  /** The file that it came from; null where it was written here. */
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
  /** Not online. */
  draft: boolean
  /** Online with other words than these. */
  ahead: boolean
}

/** A post's file as it was imported last. The bytes are none where only its front matter was kept. */
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

/** A picture of the media library: `sha256` of the bytes that were uploaded. */
export type ExportPicture = { id: string; name: string; sha256: string; alt: Localized<string> }

/** authors.yml, tags.yml or options.json, as it was imported last. */
export type KeptSiteFile = { path: string; locale: Locale; bytes: Uint8Array }

/** What all posts of an export share. */
export type ExportSite = {
  /** The language of `blog/`; undefined where it is none of ours. */
  defaultLocale: Locale | undefined
  /** Whether the site uses remark-math. */
  math: boolean
  authors: readonly ExportAuthor[]
  tags: readonly KnownTag[]
  pictures: readonly ExportPicture[]
  /** The pictures that were imported, by the path that they had in the site: the hash of their bytes. */
  keptPictures: ReadonlyMap<string, string>
  files: readonly KeptSiteFile[]
  /** Where each article that is exported stands, relative to the folder of its language. */
  places: ReadonlyMap<string, string>
  /** Our own page of something that Docusaurus has none for. */
  pageOf: (document: { relationTo: string; id: string }, locale: Locale) => string | undefined
}
