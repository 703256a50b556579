import type { Locale } from '@/i18n/locales'
import type { CardLayout } from '@/og/card/card-layouts'

/** A term's text, and the language that it is really in: terms fall back to the other language. */
export type Term = { text: string; lang: Locale }

/** A sentence in one language, and as HTML that is safe to print inside a line. */
export type Sentence = Term & { html: string }

/** A link whose label is a term. */
export type TermLink = { label: Term; href: string }

/** A picture as an `img` needs it; width and height in CSS pixels where they are known. */
export type Picture = {
  src: string
  srcSet?: string
  width?: number
  height?: number
  /** A `data:` address to show blurred until the picture is there. */
  placeholder?: string
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
  /** How an editor laid its card out. */
  cardLayout?: CardLayout
}

export type Heading = { id: string; text: string; depth: 2 | 3 }

export type ArticleView = ArticleSummary & {
  locale: Locale
  /** The language that the article was written in first. */
  sourceLocale: Locale
  /** The body as HTML that is safe to print. */
  html: string
  /** The beginning of the text, for machines that want a description where the author has written none. */
  excerpt: string
  headings: Heading[]
  translations: Translations
  keywords: string[]
  unlisted: boolean
  seo: SeoOverrides
  projects: ProjectSummary[]
  /** The address of the article's card, with its origin. */
  card: { src: string; alt: string }
}

export type ArticleLink = { title: string; href: string }

/** An article of another language that this one does not have. */
export type ArticleElsewhere = ArticleLink & { locale: Locale; publishedAt: string }

/** What a reader of an article may go on to, in the same language. */
export type AroundArticle = {
  /** Published next before it. */
  older?: ArticleLink
  /** Published next after it. */
  newer?: ArticleLink
  /** Those that share the most with it, at most three. */
  related: ArticleSummary[]
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
  slug: string
  href: string
  /** Other names of it. */
  aliases: string[]
  summary?: Sentence
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

/** Where a project stands in the directory, and what is said of it there. */
export type ProjectPlace = { name: Term; above?: Term; href: string; summary?: Sentence }

/** An article that mentions a project, with the sentence that does where it is known. */
export type ProjectMention = {
  article: ArticleSummary
  /** The sentence before, in and after the words that name the project. */
  sentence?: [before: string, name: string, after: string]
  /** The place in the article. */
  href: string
}

export type ProjectView = ProjectSummary & {
  links: { label: string; href: string }[]
  /** The description as HTML that is safe to print, where it is written in this language. */
  html?: string
  places: ProjectPlace[]
  /** Articles that mention it, newest first. */
  mentions: ProjectMention[]
  related: ProjectSummary[]
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

/** A page of a topic, an author or a project that is called as a question says. */
export type NamedPage = TermLink & { kind: 'tag' | 'author' | 'project' }

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
  named: NamedPage[]
}
