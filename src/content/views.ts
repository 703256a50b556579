import type { Locale } from '@/i18n/locales'
import type { CardLayout } from '@/og/card/card-layouts'

/** A term's text and the language of that text, which differs from the page's when the term fell back. */
export type Term = { text: string; lang: Locale }

/** A sentence in one language, also as HTML that is safe to print inside a line. */
export type Sentence = Term & { html: string }

/** A link whose label is a term. */
export type TermLink = { label: Term; href: string }

/** A picture as an `img` element needs it. Width and height are in CSS pixels, where known. */
export type Picture = {
  src: string
  srcSet?: string
  width?: number
  height?: number
  /** A `data:` address to show blurred until the picture has loaded. */
  placeholder?: string
  alt: string
  caption?: string
}

/** The address of the same page in each language in which it is published, including the page's own language. */
export type Translations = Partial<Record<Locale, string>>

export type SiteView = {
  name: Term
  tagline?: Term
  navigation: TermLink[]
  social: { label: string; href: string }[]
  logo?: Picture
  /** The colour of the brand as a CSS hex value. The design's own colour is used when it is missing. */
  accent?: string
  timeZone: string
}

export type AuthorSummary = { name: string; href: string; title?: Term; picture?: Picture }

/** The words for search engines and shared links, where they differ from the words on the page. */
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
  /** The layout of its card that an editor chose. */
  cardLayout?: CardLayout
}

export type Heading = { id: string; text: string; depth: 2 | 3 }

export type ArticleDetails = ArticleSummary & {
  locale: Locale
  /** The language that the article was written in first. */
  sourceLocale: Locale
  /** The body as HTML that is safe to print. */
  html: string
  /** The beginning of the text, as the description for machines when the author has written none. */
  excerpt: string
  headings: Heading[]
  translations: Translations
  keywords: string[]
  unlisted: boolean
  seo: SeoOverrides
  projects: ProjectSummary[]
  /** The article's card: its address, with the origin, and its alternative text. */
  card: { src: string; alt: string }
}

export type ArticleLink = { title: string; href: string }

/** An article that is published in another language and not in this one. */
export type ArticleElsewhere = ArticleLink & { locale: Locale; publishedAt: string }

/** The articles that a reader may go on to, in the same language. */
export type AroundArticle = {
  /** The article published directly before it. */
  older?: ArticleLink
  /** The article published directly after it. */
  newer?: ArticleLink
  /** The articles that share the most with it, at most three. */
  related: ArticleSummary[]
}

/** An article for machines that read text. All addresses in it are absolute. */
export type ArticleInMarkdown = {
  article: ArticleSummary
  locale: Locale
  translations: Translations
  unlisted: boolean
  markdown: string
}

/** One page of a list, counted from 1. */
export type ArticleList = { articles: ArticleSummary[]; page: number; pages: number; total: number }

export type TagDetails = {
  name: Term
  slug: string
  href: string
  description?: Term
  count: number
  translations: Translations
}

export type AuthorDetails = AuthorSummary & {
  slug: string
  /** Plain text. Blank lines separate paragraphs. */
  biography?: Term
  links: { label: string; href: string }[]
  count: number
  translations: Translations
}

export type ProjectSummary = {
  id: string
  name: string
  slug: string
  href: string
  /** Other names of the project. */
  aliases: string[]
  summary?: Sentence
  logo?: Picture
  website?: string
}

/** A category with its projects and the categories below it. There are two levels. */
export type CategoryView = {
  id: string
  name: Term
  slug: string
  projects: ProjectSummary[]
  children: CategoryView[]
}

/** A place of a project in the directory, and the summary that is shown there. */
export type ProjectPlace = { name: Term; above?: Term; href: string; summary?: Sentence }

/** An article that mentions a project, with the sentence that does, where it is known. */
export type ProjectMention = {
  article: ArticleSummary
  /** The sentence in three parts: before, in and after the words that name the project. */
  sentence?: [before: string, name: string, after: string]
  /** The address of the mention in the article. */
  href: string
}

export type ProjectDetails = ProjectSummary & {
  links: { label: string; href: string }[]
  /** The description as HTML that is safe to print, if it is written in this language. */
  html?: string
  places: ProjectPlace[]
  /** Articles that mention the project, newest first. */
  mentions: ProjectMention[]
  related: ProjectSummary[]
  seo: SeoOverrides
  translations: Translations
}

/** Pieces of a text. `hit` marks the pieces that a reader looked for. */
export type MarkedText = { text: string; hit: boolean }[]

export type SearchHit = { article: ArticleSummary; title: MarkedText; passage: MarkedText }

/** A filter of a search: its options, each with the number of results that it would leave. */
export type SearchFilter = {
  name: 'tag' | 'author' | 'project' | 'year'
  chosen?: string
  options: { value: string; label: Term; count: number }[]
}

/** The page of a tag, an author or a project whose name matches the question. */
export type NamedPage = TermLink & { kind: 'tag' | 'author' | 'project' }

export type SearchResults = {
  question: string
  state: 'nothingAsked' | 'onlyCommonWords' | 'none' | 'tooSlow' | 'found'
  hits: SearchHit[]
  total: number
  page: number
  pages: number
  /** The words that were searched in place of words that no article has. */
  corrected: string[]
  filters: SearchFilter[]
  named: NamedPage[]
}
