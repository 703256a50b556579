import type { Locale } from '@/i18n/locales'

/** An article in a feed. Addresses are absolute; dates are ISO 8601. */
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
  /** `url` is the page that the feed follows; `self` is the feed's own address. */
  url: string
  self: string
  title: string
  description: string
  /** The name of the site that publishes the feed. */
  publisher: string
  locale: Locale
  /** Newest first. */
  items: FeedItem[]
}

/**
 * Returns the date of the last change in a feed. It is the date of an article, so the feed changes only when its
 * articles do.
 */
export const lastChange = ({ items }: Pick<Feed, 'items'>): string | undefined =>
  items
    .map(({ publishedAt, updatedAt }) => updatedAt ?? publishedAt)
    .sort()
    .at(-1)

/**
 * Parses the date of a feed item.
 * @throws RangeError when the date is invalid
 */
export function validDate(iso: string): Date {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) {
    throw new RangeError(`Expected an ISO 8601 date in the feed, got "${iso}". Check the article's dates.`)
  }
  return date
}
