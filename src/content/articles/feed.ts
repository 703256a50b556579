import type { FeedItem } from '@/feeds/feed'
import type { Locale } from '@/i18n/locales'
import { whereListed } from '@/publishing/published/status'
import { absolute } from '@/site/absolute'
import { asVisitor, cms } from '../cms'
import { renderedApart } from '../rendered-apart'
import { articleView } from './article-by-slug'

const newest = 20

/** Returns the newest listed articles of a language, or of one tag in it, with their whole text, for a feed. */
export async function latestInFull(
  locale: Locale,
  { origin, tag }: { origin: string; tag?: string },
): Promise<FeedItem[]> {
  const { docs } = await (await cms()).find({
    collection: 'articles',
    where: { and: [whereListed, ...(tag ? [{ tags: { in: [tag] } }] : [])] },
    sort: ['-publishedAt', 'id'],
    limit: newest,
    ...asVisitor(locale),
  })
  const articles = await renderedApart(docs, (doc) => articleView(doc, locale, { forFeed: true }))
  return articles.map((article) => ({
    url: absolute(origin, article.href),
    title: article.title,
    ...(article.description ? { description: article.description } : {}),
    html: article.html,
    publishedAt: article.publishedAt,
    ...(article.updatedAt ? { updatedAt: article.updatedAt } : {}),
    authors: article.authors.map(({ name, href }) => ({ name, url: absolute(origin, href) })),
    topics: article.tags.map(({ label }) => label.text),
    image: article.card.src,
  }))
}
