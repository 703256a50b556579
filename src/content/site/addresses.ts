import { query, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import { listed, published } from '@/publishing/published/sql'
import { cms } from '../cms'

export type PublishedAddress = {
  id: string
  locale: Locale
  slug: string
  updatedAt: string
  /** The file name of its own picture. A picture on another site has `pictureAddress` instead. */
  picture: string | null
  pictureAddress: string | null
}

/**
 * Returns every listed address of published articles or projects for the sitemap, in one query and without their
 * texts.
 */
export async function publishedAddresses(collection: 'articles' | 'projects'): Promise<PublishedAddress[]> {
  return query<PublishedAddress>(
    await cms(),
    collection === 'articles'
      ? sql`select a.id, l._locale as locale, l.slug,
              to_char(coalesce(l.content_updated_at, l.published_at, a.updated_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "updatedAt",
              m.filename as picture, l.hero_address as "pictureAddress"
            from articles_locales l join articles a on a.id = l._parent_id left join media m on m.id = l.hero_picture_id
            where ${listed('l')} and l.seo_hidden is not true order by l.published_at desc, a.id`
      : sql`select p.id, l._locale as locale, p.slug,
              to_char(p.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "updatedAt",
              m.filename as picture, null as "pictureAddress"
            from projects_locales l join projects p on p.id = l._parent_id left join media m on m.id = p.logo_id
            where ${published('l')} and l.seo_hidden is not true order by p.name`,
  )
}
