import { createHash } from 'node:crypto'
import { type Locale, locales } from '@/i18n/locales'

/** Next's tags are headers of at most 256 characters, an address may be any text. */
const hash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22)

/**
 * What a cached page carries and a publication purges. Pages carry the tags of what they show; an article's page
 * carries its address, so that a cached 404 or redirect there is purged as well.
 */
export const cacheTags = {
  /** On every page: the site, authors, tags, categories and pictures change seldom. */
  everything: 'everything',
  /** On whatever lists articles of a language: lists, home, tags, authors, projects, feed. */
  articles: (locale: Locale) => `articles:${locale}`,
  /** On the page at this address, whatever it answers. */
  articleAt: (locale: Locale, slug: string) => `article:${locale}:${hash(slug)}`,
  /** On whatever shows projects of a language. */
  projects: (locale: Locale) => `projects:${locale}`,
}

/** The tags of an article's pages: in both languages, since each names the addresses of the other. */
export const articleTags = (addresses: readonly { locale: Locale; slug: string }[]): string[] => [
  ...new Set([
    ...locales.map((locale) => cacheTags.articles(locale)),
    ...addresses.map(({ locale, slug }) => cacheTags.articleAt(locale, slug)),
  ]),
]
