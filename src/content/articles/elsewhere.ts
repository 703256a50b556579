import { query, sql } from '@/database/query'
import { type Locale, otherLocales } from '@/i18n/locales'
import { listed, published } from '@/publishing/published/sql'
import { hrefFor } from '@/site/hrefs'
import { cms } from '../cms'
import type { ArticleElsewhere } from '../views'
import { articleTranslations } from './translations'

/** The list belongs to another language, so it offers only a few articles. */
const most = 5

type About = { tag?: string; author?: string }

/**
 * Returns the newest listed articles that are published in another language but not in this one. With a tag or an
 * author, only articles of it are returned.
 */
export async function onlyElsewhere(locale: Locale, about: About = {}): Promise<ArticleElsewhere[]> {
  const lists = await Promise.all(otherLocales(locale).map((other) => onlyIn(other, locale, about)))
  return lists.flat()
}

async function onlyIn(other: Locale, locale: Locale, { tag, author }: About): Promise<ArticleElsewhere[]> {
  const about = tag ?? author
  const column = sql.raw(tag === undefined ? 'authors_id' : 'tags_id')
  const rows = await query<{ title: string; slug: string; publishedAt: string }>(
    await cms(),
    sql`select l.title, l.slug, to_char(l.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "publishedAt"
        from articles_locales l
        where ${listed('l', other)}
          and not exists (select from articles_locales own where own._parent_id = l._parent_id
            and ${published('own', locale)})
          ${about === undefined ? sql`` : sql`and exists (select from articles_rels r where r.parent_id = l._parent_id and r.${column} = ${about})`}
        order by l.published_at desc, l._parent_id limit ${most}`,
  )
  return rows.map(({ title, slug, publishedAt }) => ({
    locale: other,
    title,
    href: hrefFor({ page: 'article', locale: other, slug }),
    publishedAt,
  }))
}

/**
 * Finds the article that has this slug in another language. Returns `here`, its address in this language, if it is
 * published in this language too; otherwise `elsewhere`. Returns undefined when no other language has the slug.
 */
export async function articleByForeignSlug(
  locale: Locale,
  slug: string,
): Promise<{ here: string } | { elsewhere: ArticleElsewhere } | undefined> {
  const [found] = await query<{ id: string; other: Locale; title: string; publishedAt: string }>(
    await cms(),
    sql`select l._parent_id as id, l._locale as other, l.title,
          to_char(l.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "publishedAt"
        from articles_locales l where l.slug = ${slug} and ${published('l')} and l._locale <> ${locale}::_locales
        order by l._locale limit 1`,
  )
  if (!found) return undefined
  const { id, other, title, publishedAt } = found
  const addresses = await articleTranslations(id)
  const here = addresses[locale]
  if (here) return { here }
  const href = addresses[other]
  return href ? { elsewhere: { locale: other, title, href, publishedAt } } : undefined
}
