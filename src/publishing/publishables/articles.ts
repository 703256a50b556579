import { queryInTransaction, sql } from '@/database/query'
import type { Address } from '@/site/hrefs'
import { listed } from '../published/sql'
import { articleTags } from '../purge/cache-tags'
import { articleRedirects } from './article-redirects'
import type { Publishable, Transaction } from './publishable'

export const publishableArticles: Publishable = {
  collection: 'articles',
  title: { field: 'title', localized: true },
  slug: { localized: true },
  words: { text: ['title', 'description'], richText: ['body'] },
  needs: ['title', 'slug', 'body'],
  identifiesBlocks: true,
  datesPublication: true,
  formerAddresses: articleRedirects,
  tagsOf: async (req, { id, addresses }) =>
    articleTags([...addresses, ...(await articleRedirects.of(req, id)), ...(await neighboursOf(req, id))]),
}

/**
 * Reads the articles published just before and after one, in each language that lists it. Their pages link to it. The
 * pages that linked to it before need no reading: they carry its address among their cache tags.
 */
async function neighboursOf(req: Transaction, id: string): Promise<Address[]> {
  return queryInTransaction(
    req,
    sql`select l._locale as locale, beside.slug
        from articles_locales l cross join lateral (
          (select slug from articles_locales older
            where older._locale = l._locale and ${listed('older')}
              and (older.published_at, older._parent_id) < (l.published_at, l._parent_id)
            order by older.published_at desc, older._parent_id desc limit 1)
          union all
          (select slug from articles_locales newer
            where newer._locale = l._locale and ${listed('newer')}
              and (newer.published_at, newer._parent_id) > (l.published_at, l._parent_id)
            order by newer.published_at, newer._parent_id limit 1)
        ) beside
        where l._parent_id = ${id} and ${listed('l')}`,
  )
}
