import type { Locale } from '@/i18n/locales'

/** A term's text, and the language that it is really in: terms fall back to the other language. */
export type Term = { text: string; lang: Locale }

/** A link whose label is a term. */
export type TermLink = { label: Term; href: string }

/** A picture as an `img` needs it; width and height in CSS pixels where they are known. */
export type Picture = {
  src: string
  srcSet?: string
  width?: number
  height?: number
  alt: string
  caption?: string
}

/** Where the same page stands in each language that is published. The page's own language included. */
export type Translations = Partial<Record<Locale, string>>

export type SiteView = {
  name: Term
  tagline?: Term
  navigation: TermLink[]
  social: { label: string; href: string }[]
  logo?: Picture
  /** Colours of the brand as CSS hex values; the design's own where unset. */
  accent?: string
  timeZone: string
}

export type AuthorSummary = { name: string; href: string; title?: Term; picture?: Picture }

/** What search engines and shared links say of a page in place of what it says itself. */
export type SeoOverrides = { title?: string; description?: string; hidden: boolean }

/** An article as lists show it. Dates are ISO 8601 in UTC. */
export type ArticleSummary = {
  id: string
  href: string
  title: string
  description?: string
  publishedAt: string
  updatedAt?: string
  readingMinutes: number
  authors: AuthorSummary[]
  tags: TermLink[]
  hero?: Picture
}

export type Heading = { id: string; text: string; depth: 2 | 3 }

export type ArticleView = ArticleSummary & {
  locale: Locale
  /** The language that the article was written in first. */
  sourceLocale: Locale
  /** The body as HTML that is safe to print. */
  html: string
  headings: Heading[]
  translations: Translations
  keywords: string[]
  unlisted: boolean
  seo: SeoOverrides
  projects: { name: string; href: string }[]
  /** The address of the article's card, with its origin. */
  card: { src: string; alt: string }
}

/** An article for machines that read text; addresses in it are whole. */
export type ArticleInMarkdown = {
  article: ArticleSummary
  locale: Locale
  translations: Translations
  unlisted: boolean
  markdown: string
}

/** One page of a list, counted from 1. */
export type ArticleList = { articles: ArticleSummary[]; page: number; pages: number; total: number }

export type TagView = {
  name: Term
  slug: string
  href: string
  description?: Term
  count: number
  translations: Translations
}

export type AuthorView = AuthorSummary & {
  slug: string
  /** Plain text, paragraphs parted by blank lines. */
  biography?: Term
  links: { label: string; href: string }[]
  count: number
  translations: Translations
}

export type ProjectSummary = {
  id: string
  name: string
  href: string
  summary?: Term
  logo?: Picture
  website?: string
}

/** A category with its projects and the categories below it: two levels. */
export type CategoryView = {
  id: string
  name: Term
  slug: string
  projects: ProjectSummary[]
  children: CategoryView[]
}

export type ProjectView = ProjectSummary & {
  aliases: string[]
  links: { label: string; href: string }[]
  /** The description as HTML that is safe to print, where it is written in this language. */
  html?: string
  categories: { name: Term; href: string }[]
  /** Articles that mention it, newest first, with the sentence that does where it is known. */
  mentions: { article: ArticleSummary; sentence?: string }[]
  seo: SeoOverrides
  translations: Translations
}

/** A piece of text, and whether it is what a reader looked for. */
export type MarkedText = { text: string; hit: boolean }[]

export type SearchHit = { article: ArticleSummary; title: MarkedText; passage: MarkedText }

/** A way to narrow a search down: what may be chosen, with the number of answers that it would leave. */
export type SearchFilter = {
  name: 'tag' | 'author' | 'project' | 'year'
  chosen?: string
  options: { value: string; label: Term; count: number }[]
}

export type SearchView = {
  question: string
  state: 'nothingAsked' | 'onlyCommonWords' | 'none' | 'tooSlow' | 'found'
  hits: SearchHit[]
  total: number
  page: number
  pages: number
  /** What was searched in place of words that nothing has. */
  corrected: string[]
  filters: SearchFilter[]
}
