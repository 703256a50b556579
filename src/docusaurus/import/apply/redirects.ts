import type { PayloadRequest } from 'payload'
import { queryInTransaction, sql } from '@/database/query'
import { cacheTags } from '@/publishing/outbox/cache-tags'
import { writeToOutbox } from '@/publishing/outbox/outbox'
import { published } from '@/publishing/published/sql'
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
  await writeToOutbox(req, {
    collection: 'redirects',
    document: undefined,
    event: 'import',
    tags: added.flatMap(({ from }) => {
      // These addresses may have been asked for before, and be cached as not found.
      const at = articleAt(from)
      return at ? [cacheTags.articleAt(at.locale, at.slug)] : []
    }),
  })
  return added.length
}
