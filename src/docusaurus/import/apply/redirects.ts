import type { PayloadRequest } from 'payload'
import { queryInTransaction, sql } from '@/database/query'
import { writeEvent } from '@/events/write-event'
import type { Locale } from '@/i18n/locales'
import { cacheTags } from '@/publishing/outbox/cache-tags'
import { normalizedPath } from '@/site/old-addresses'
import type { ImportPlan } from '../plan/import-plan'

/**
 * Leads the old addresses to their articles. An address that leads somewhere already is left alone, and so is one at
 * which an article is online: a live address beats a redirect.
 * @returns how many are new
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
  if (added.length === 0) return 0
  const tags = added.flatMap(({ from }) => {
    // Pages below these may have been asked for before, and be cached as not found.
    const [, locale, slug] = /^\/(id|en)\/blog\/([^/]+)$/.exec(from) ?? []
    return locale && slug ? [cacheTags.articleAt(locale as Locale, slug)] : []
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
