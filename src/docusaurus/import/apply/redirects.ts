import type { PayloadRequest } from 'payload'
import { queryInTransaction, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import { cacheTags } from '@/publishing/outbox/cache-tags'
import { writeToOutbox } from '@/publishing/outbox/outbox'
import { normalizedPath } from '@/site/old-addresses'
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
  const rows = redirects.map((redirect) => ({ ...redirect, from: normalizedPath(redirect.from) }))
  const added = await queryInTransaction<{ from: string }>(
    req,
    sql`insert into redirects ("from", article_id, locale)
        select distinct on (r."from") r."from", a.id, r.locale::enum_redirects_locale
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r("from" text, "importPath" text, locale text)
        join articles a on a.import_path = r."importPath"
        where not exists (
          select 1 from articles_locales l
          where l._status = 'published' and '/' || l._locale || '/blog/' || l.slug = r."from"
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
      const [, locale, slug] = /^\/(id|en)\/blog\/([^/]+)$/.exec(from) ?? []
      return locale && slug ? [cacheTags.articleAt(locale as Locale, slug)] : []
    }),
  })
  return added.length
}
