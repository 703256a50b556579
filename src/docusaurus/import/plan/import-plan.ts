import type { Locale } from '@/i18n/locales'
import type { Localized } from '@/i18n/localized'
import type { Item } from '../../format/report'
import type { AuthorLink } from '../../format/terms/authors-file'
import type { TagWords } from '../../format/terms/tag-directory'
import type { PostText } from '../post/post'

/** An author. `slug` is the key in authors.yml, or is made from the name where a post writes the author out. */
export type PlannedAuthor = {
  slug: string
  name: string
  title: Localized<string>
  biography: Localized<string>
  picture?: string
  links: AuthorLink[]
}

/** A tag. `key` names it within the plan, and stays the same as long as the first slug does. */
export type PlannedTag = TagWords & { key: string }

/** A post in one language, with what only the whole site tells of it. */
export type PlannedText = PostText & {
  /** Tags by their keys in the plan, each with the word that this post writes. */
  tags: { key: string; label: string }[]
  /** The addresses at which Docusaurus served it, without origin and without a slash at the end. */
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

/** authors.yml, tags.yml or options.json, kept for the export. */
export type PlannedSiteFile = { path: string; locale: Locale; bytes: Uint8Array; sha256: string }

export type ImportPlan = {
  /** The language of `blog/`, which need not be one of ours. */
  defaultLocale: string
  authors: PlannedAuthor[]
  /** The authors as authors.yml introduces them, without what posts add. */
  introduced: PlannedAuthor[]
  tags: PlannedTag[]
  articles: PlannedArticle[]
  redirects: { from: string; importPath: string; locale: Locale }[]
  siteFiles: PlannedSiteFile[]
  refused: Item[]
  warnings: Item[]
}
