import { absoluteHtml } from './absolute-html'
import { type Feed, validDate } from './feed'

/** Writes a feed with full content (JSON Feed 1.1, jsonfeed.org). */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: feed.url,
    feed_url: feed.self,
    language: feed.locale,
    authors: [{ name: feed.publisher, url: feed.url }],
    items: feed.items.map((item) => ({
      id: item.url,
      url: item.url,
      title: item.title,
      summary: item.description,
      content_html: absoluteHtml(item.html, feed.origin),
      date_published: validDate(item.publishedAt).toISOString(),
      date_modified: item.updatedAt === undefined ? undefined : validDate(item.updatedAt).toISOString(),
      authors: item.authors.length > 0 ? item.authors : undefined,
      tags: item.topics.length > 0 ? item.topics : undefined,
      image: item.image,
      language: feed.locale,
    })),
  })
}
