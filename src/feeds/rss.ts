import { absoluteHtml } from './absolute-html'
import { type Feed, type FeedItem, lastChange, validDate } from './feed'
import { cdata, tag, type Xml, xmlDocument } from './xml'

/**
 * Writes a feed with full content (RSS 2.0, the Atom link of RSS Board's best practices, and the modules `content`,
 * `dc` and `media`).
 */
export function rss(feed: Feed): string {
  const newest = lastChange(feed)
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
    ...item.authors.map(({ name }) => tag('dc:creator', {}, name)),
    ...item.topics.map((topic) => tag('category', {}, topic)),
    item.description === undefined ? undefined : tag('description', {}, item.description),
    tag('content:encoded', {}, cdata(absoluteHtml(item.html, origin))),
    item.image === undefined
      ? undefined
      : tag('media:content', { url: item.image, medium: 'image', type: 'image/png' }),
  )
}

/** Formats a date by RFC 822, as RSS requires, always in GMT. */
const rssDate = (iso: string) => validDate(iso).toUTCString()
