import { query, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import type { Article } from '@/payload-types'
import { listed } from '@/publishing/published/sql'
import { cacheTags } from '@/publishing/purge/cache-tags'
import { hrefFor } from '@/site/hrefs'
import { asVisitor, cms } from '../cms'
import type { AroundArticle, ArticleLink } from '../views'
import { summaries } from './article-summaries'

const mostRelated = 3

/**
 * Returns the articles that a reader may go on to from an article: the ones published before and after it, and the
 * ones that share the most with it. `tags` are the cache tags of a page that shows them.
 */
export async function aroundArticle(
  { id, publishedAt }: { id: string; publishedAt: string },
  locale: Locale,
): Promise<AroundArticle & { tags: string[] }> {
  const [older, newer, related] = await Promise.all([
    neighbour('older', { id, publishedAt }, locale),
    neighbour('newer', { id, publishedAt }, locale),
    relatedArticles(id, locale),
  ])
  const slugs = [older?.slug, newer?.slug, ...related.map(({ slug }) => slug)]
  return {
    ...(older ? { older: linkTo(older, locale) } : {}),
    ...(newer ? { newer: linkTo(newer, locale) } : {}),
    related: await summaries(related, locale),
    tags: slugs.flatMap((slug) => (slug ? [cacheTags.articleAt(locale, slug)] : [])),
  }
}

type Found = { title: string; slug: string }

const linkTo = ({ title, slug }: Found, locale: Locale): ArticleLink => ({
  title,
  href: hrefFor({ page: 'article', locale, slug }),
})

/**
 * Returns the listed article that was published directly before or after. Articles of the same moment are ordered
 * by id.
 */
async function neighbour(
  side: 'older' | 'newer',
  { id, publishedAt }: { id: string; publishedAt: string },
  locale: Locale,
): Promise<Found | undefined> {
  const [beyond, order] = side === 'older' ? [sql.raw('<'), sql.raw('desc')] : [sql.raw('>'), sql.raw('asc')]
  const [found] = await query<Found>(
    await cms(),
    sql`select l.title, l.slug from articles_locales l
        where ${listed('l', locale)}
          and (l.published_at, l._parent_id) ${beyond} (${publishedAt}::timestamptz, ${id}::uuid)
        order by l.published_at ${order}, l._parent_id ${order} limit 1`,
  )
  return found
}

/**
 * Returns the listed articles that share tags and projects with an article. A tag or project of few articles weighs
 * more than one of many; among equals, the newer article comes first.
 */
async function relatedArticles(id: string, locale: Locale): Promise<Article[]> {
  const payload = await cms()
  const ids = await query<{ id: string }>(
    payload,
    sql`with tag as (select tags_id as id from articles_rels where parent_id = ${id} and tags_id is not null),
          project as (
            select projects_id as id from articles_rels where parent_id = ${id} and projects_id is not null
            union select project from mentions where article = ${id} and locale = ${locale}::_locales
          ),
          shared as (
            select parent_id as article, tags_id as about from articles_rels where tags_id in (select id from tag)
            union select parent_id, projects_id from articles_rels where projects_id in (select id from project)
            union select article, project from mentions
              where project in (select id from project) and locale = ${locale}::_locales
          ),
          weighed as (select article, 1.0 / count(*) over (partition by about) as weight from shared)
        select w.article as id from weighed w join articles_locales l on l._parent_id = w.article
        where w.article <> ${id} and ${listed('l', locale)}
        group by w.article, l.published_at
        order by sum(w.weight) desc, l.published_at desc, w.article limit ${mostRelated}`,
  )
  if (ids.length === 0) return []
  const { docs } = await payload.find({
    collection: 'articles',
    where: { id: { in: ids.map(({ id }) => id) } },
    limit: ids.length,
    pagination: false,
    ...asVisitor(locale),
  })
  return ids.flatMap((wanted) => docs.find((doc) => doc.id === wanted.id) ?? [])
}
