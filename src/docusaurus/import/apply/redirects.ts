import type { PayloadRequest } from 'payload'
import { queryInTransaction, sql } from '@/database/query'
import { writeEvent } from '@/events/write-event'
import { published } from '@/publishing/published/sql'
import { cacheTags } from '@/publishing/purge/cache-tags'
import { articleAt, normalizedPath } from '@/site/old-addresses'
import type { ImportPlan } from '../plan/import-plan'

/**
 * Makes the old addresses redirect to their articles. An address that redirects already is left alone, and so is an
 * address at which an article is online.
 * @returns the number of new redirects
 */
export async function keepOldAddresses(
  req: PayloadRequest,
  redirects: ImportPlan['redirects'],
): Promise<number> {
  const rows = redirects.map(({ importPath, locale, from }) => {
    const key = normalizedPath(from)
    return { importPath, locale, from: key, at: articleAt(key) }
  })
  const added = await queryInTransaction<{ from: string }>(
    req,
    sql`insert into redirects ("from", article_id, locale)
        select distinct on (r."from") r."from", a.id, r.locale::enum_redirects_locale
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("from" text, "importPath" text, locale text, at jsonb)
        join articles a on a.import_path = r."importPath"
        where not exists (
          select 1 from articles_locales l
          where ${published('l')} and l._locale = (r.at ->> 'locale')::_locales and l.slug = r.at ->> 'slug'
        )
        on conflict ("from") do nothing
        returning "from"`,
  )
  if (added.length === 0) return 0
  const tags = added.flatMap(({ from }) => {
    // These pages may have been asked for before, and be cached as not found.
    const at = articleAt(from)
    return at ? [cacheTags.articleAt(at.locale, at.slug)] : []
  })
  await writeEvent(req, {
    collection: 'redirects',
    document: null,
    locale: null,
    what: 'created',
    details: { tags },
  })
  return added.length
}
