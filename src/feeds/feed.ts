import type { Locale } from '@/i18n/locales'

/** An article in a feed. Addresses are whole; dates are ISO 8601. */
export type FeedItem = {
  url: string
  title: string
  description?: string
  /** The whole body as HTML that is safe to print. */
  html: string
  publishedAt: string
  updatedAt?: string
  authors: { name: string; url: string }[]
  topics: string[]
  /** The address of the card. */
  image?: string
}

export type Feed = {
  /** The site's origin, without a trailing slash. */
  origin: string
  /** The page that the feed follows, and the feed's own address. */
  url: string
  self: string
  title: string
  description: string
  /** The site's name: whose feed it is. */
  publisher: string
  locale: Locale
  /** Newest first. */
  items: FeedItem[]
}

/** When anything in a feed changed last: it has the date of an article, so that it changes when the articles do. */
export const lastChange = ({ items }: Pick<Feed, 'items'>): string | undefined =>
  items
    .map(({ publishedAt, updatedAt }) => updatedAt ?? publishedAt)
    .sort()
    .at(-1)

/** @throws RangeError for a date that is none */
export function dateOf(iso: string): Date {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) {
    throw new RangeError(`Expected an ISO 8601 date in the feed, got "${iso}". Check the article's dates.`)
  }
  return date
}
