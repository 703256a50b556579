import { XMLParser, XMLValidator } from 'fast-xml-parser'

type Item = { id: unknown; title: unknown; content: unknown; dates: unknown[] }

const lists = new Set(['item', 'entry', 'category', 'author', 'link'])
const parser = new XMLParser({
  ignoreAttributes: false,
  isArray: (name) => lists.has(name),
  parseTagValue: false,
})

/**
 * Returns the faults of a feed by its specification (RSS 2.0, RFC 4287, JSON Feed 1.1), or those of an article in
 * Markdown.
 */
export function complaintsOfFeed(type: string, url: string, text: string): string[] {
  const say = (what: string) => `${url}: ${what}`
  if (type === 'text/markdown')
    return /^---\ntitle: .*\n[\s\S]*\n---\n\n# \S/.test(text) ? [] : [say('no front matter')]
  if (type === 'application/feed+json') {
    const feed = JSON.parse(text)
    const head = feed.version === 'https://jsonfeed.org/version/1.1' && feed.title && feed.feed_url === url
    const items = (feed.items as Record<string, unknown>[]).map((item) => ({
      id: item.id,
      title: item.title,
      content: item.content_html,
      dates: [item.date_published, item.date_modified].filter((date) => date !== undefined),
    }))
    return [...(head ? [] : [say('incomplete head')]), ...complaintsOfItems(items).map(say)]
  }
  const valid = XMLValidator.validate(text)
  if (valid !== true) return [say(valid.err.msg)]
  const parsed = parser.parse(text)
  if (type === 'application/rss+xml') {
    const { channel, '@_version': version } = parsed.rss
    const head = version === '2.0' && channel.title && channel.link && channel.description
    const self = channel['atom:link']?.['@_href'] === url
    const items = ((channel.item ?? []) as Record<string, unknown>[]).map((item) => ({
      id: (item.guid as Record<string, unknown>)?.['#text'],
      title: item.title,
      content: item['content:encoded'],
      dates: [item.pubDate],
    }))
    return [...(head && self ? [] : [say('incomplete head')]), ...complaintsOfItems(items).map(say)]
  }
  const { feed } = parsed
  const head = feed.id && feed.title && isDate(feed.updated) && feed.author?.length > 0
  const items = ((feed.entry ?? []) as Record<string, unknown>[]).map((entry) => ({
    id: entry.id,
    title: entry.title,
    content: (entry.content as Record<string, unknown>)?.['#text'],
    dates: [entry.published, entry.updated],
  }))
  return [...(head ? [] : [say('incomplete head')]), ...complaintsOfItems(items).map(say)]
}

function complaintsOfItems(items: Item[]): string[] {
  const wrong = items.flatMap(({ id, title, content, dates }) => [
    ...(isText(id) && isText(title) && isText(content)
      ? []
      : [`an item without id, title or content: ${title}`]),
    ...(dates.every(isDate) ? [] : [`an invalid date in ${title}: ${dates}`]),
    ...(/\s(?:href|src)="\/(?!\/)/.test(String(content)) ? [`an address without an origin in ${title}`] : []),
  ])
  const ids = items.map(({ id }) => id)
  return new Set(ids).size === ids.length ? wrong : [...wrong, 'two items with the same id']
}

const isText = (value: unknown) => typeof value === 'string' && value !== ''
const isDate = (value: unknown) => typeof value === 'string' && !Number.isNaN(Date.parse(value))
