import type { Locale } from '@/i18n/locales'
import { absoluteHtml } from './absolute-html'
import { cdata, tag, type Xml, xmlDocument } from './xml'

/** An article in a feed. Addresses are whole; dates are ISO 8601. */
export type FeedItem = {
  url: string
  title: string
  description?: string
  /** The whole body as HTML that is safe to print. */
  html: string
  publishedAt: string
  authors: string[]
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
  locale: Locale
  /** Newest first. */
  items: FeedItem[]
}

/**
 * A feed with full content (RSS 2.0, the Atom link of RSS Board's best practices, and the modules `content` and
 * `dc`). Its date is that of its newest article, so that it changes when the articles do and at no other time.
 */
export function rss(feed: Feed): string {
  const newest = feed.items
    .map(({ publishedAt }) => publishedAt)
    .sort()
    .at(-1)
  return xmlDocument(
    tag(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:media': 'http://search.yahoo.com/mrss/',
      },
      tag(
        'channel',
        {},
        tag('title', {}, feed.title),
        tag('link', {}, feed.url),
        tag('description', {}, feed.description),
        tag('language', {}, feed.locale),
        newest === undefined ? undefined : tag('lastBuildDate', {}, rssDate(newest)),
        tag('atom:link', { href: feed.self, rel: 'self', type: 'application/rss+xml' }),
        ...feed.items.map((item) => itemElement(item, feed.origin)),
      ),
    ),
  )
}

function itemElement(item: FeedItem, origin: string): Xml {
  return tag(
    'item',
    {},
    tag('title', {}, item.title),
    tag('link', {}, item.url),
    tag('guid', { isPermaLink: 'true' }, item.url),
    tag('pubDate', {}, rssDate(item.publishedAt)),
    ...item.authors.map((author) => tag('dc:creator', {}, author)),
    ...item.topics.map((topic) => tag('category', {}, topic)),
    item.description === undefined ? undefined : tag('description', {}, item.description),
    tag('content:encoded', {}, cdata(absoluteHtml(item.html, origin))),
    item.image === undefined
      ? undefined
      : tag('media:content', { url: item.image, medium: 'image', type: 'image/png' }),
  )
}

/** RFC 822 as RSS asks for, always in GMT. */
function rssDate(iso: string): string {
  const date = new Date(iso)
  if (Number.isNaN(date.getTime())) {
    throw new RangeError(`Expected an ISO 8601 date in the feed, got "${iso}". Check the article's dates.`)
  }
  return date.toUTCString()
}
