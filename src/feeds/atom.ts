import { absoluteHtml } from './absolute-html'
import { type Feed, type FeedItem, lastChange, validDate } from './feed'
import { tag, type Xml, xmlDocument } from './xml'

/** The date of an empty feed. Atom requires one, so this is the day of its own specification. */
const before = '2005-12-01T00:00:00.000Z'

/** Writes a feed with full content (Atom 1.0, RFC 4287). */
export function atom(feed: Feed): string {
  return xmlDocument(
    tag(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.locale },
      tag('id', {}, feed.self),
      tag('title', {}, feed.title),
      tag('subtitle', {}, feed.description),
      tag('updated', {}, instant(lastChange(feed) ?? before)),
      tag('author', {}, tag('name', {}, feed.publisher)),
      tag('link', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
      tag('link', { rel: 'alternate', type: 'text/html', hreflang: feed.locale, href: feed.url }),
      ...feed.items.map((item) => entryElement(item, feed.origin)),
    ),
  )
}

function entryElement(item: FeedItem, origin: string): Xml {
  return tag(
    'entry',
    {},
    tag('id', {}, item.url),
    tag('title', {}, item.title),
    tag('link', { rel: 'alternate', type: 'text/html', href: item.url }),
    item.image === undefined
      ? undefined
      : tag('link', { rel: 'enclosure', type: 'image/png', href: item.image }),
    tag('published', {}, instant(item.publishedAt)),
    tag('updated', {}, instant(item.updatedAt ?? item.publishedAt)),
    ...item.authors.map(({ name, url }) => tag('author', {}, tag('name', {}, name), tag('uri', {}, url))),
    ...item.topics.map((topic) => tag('category', { term: topic })),
    item.description === undefined ? undefined : tag('summary', {}, item.description),
    tag('content', { type: 'html' }, absoluteHtml(item.html, origin)),
  )
}

/** Formats a date by RFC 3339, as Atom requires. */
const instant = (iso: string) => validDate(iso).toISOString()
