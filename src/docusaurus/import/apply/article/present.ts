import type { PayloadRequest } from 'payload'
import { queryInTransaction, sql } from '@/database/query'
import { type Locale, locales } from '@/i18n/locales'
import type { Localized } from '@/i18n/localized'
import type { Article } from '@/payload-types'
import { publishables } from '@/publishing/publishables/publishables'
import { lockDocument } from '@/publishing/write/one-language'
import { onlineState } from '@/publishing/write/published-state'
import type { PlannedArticle } from '../../plan/import-plan'

/** An article as it stands in the CMS. It has no id if it is not there. */
export type PresentArticle = {
  id: string | undefined
  sourceLocale: Locale | undefined
  online: ReadonlySet<Locale>
  /** The newest version of each language that has words. */
  docs: Localized<Article>
}

/** Reads an article, after waiting for everybody who writes it, another import included. */
export async function presentArticle(
  req: PayloadRequest,
  { importPath }: PlannedArticle,
): Promise<PresentArticle> {
  await queryInTransaction(
    req,
    sql`select pg_advisory_xact_lock(hashtextextended(${`import:${importPath}`}, 4))`,
  )
  const [found] = await queryInTransaction<{ id: string }>(
    req,
    sql`select id from articles where import_path = ${importPath}`,
  )
  if (!found) return { id: undefined, sourceLocale: undefined, online: new Set(), docs: {} }
  await lockDocument(req, 'articles', found.id)
  const online = await onlineState(req, publishables.articles, found.id)
  const docs: Localized<Article> = {}
  let sourceLocale: Locale | undefined
  for (const locale of locales) {
    const doc = await req.payload.findByID({
      collection: 'articles',
      id: found.id,
      locale,
      fallbackLocale: false,
      depth: 0,
      draft: true,
      req,
    })
    sourceLocale = doc.sourceLocale ?? undefined
    if (doc.title || doc.body) docs[locale] = doc
  }
  return { id: found.id, sourceLocale, online: new Set(online.map((one) => one.locale)), docs }
}
