import type { FeedItem } from '@/feeds/rss'
import type { Locale } from '@/i18n/locales'
import { absolute } from '@/site/absolute'
import { articleView } from './article-by-slug'
import { asVisitor, cms } from './cms'

const newest = 20

/** The newest listed articles of a language, whole, for its feed. */
export async function latestInFull(locale: Locale, origin: string): Promise<FeedItem[]> {
  const { docs } = await (await cms()).find({
    collection: 'articles',
    where: { unlisted: { not_equals: true } },
    sort: ['-publishedAt', 'id'],
    limit: newest,
    ...asVisitor(locale),
  })
  const articles = await Promise.all(docs.map((doc) => articleView(doc, locale, { forFeed: true })))
  return articles.map((article) => ({
    url: absolute(origin, article.href),
    title: article.title,
    ...(article.description ? { description: article.description } : {}),
    html: article.html,
    publishedAt: article.publishedAt,
    authors: article.authors.map(({ name }) => name),
    topics: article.tags.map(({ label }) => label.text),
    image: article.card.src,
  }))
}
