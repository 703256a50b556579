import { query, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import type { Article } from '@/payload-types'
import { hrefFor } from '@/site/hrefs'
import { asVisitor, cms } from './cms'
import { idsOf } from './people'

/** The published projects of an article: those that its text mentions, and those picked by hand. */
export async function projectsOfArticle(
  doc: Article,
  locale: Locale,
): Promise<{ name: string; href: string }[]> {
  const payload = await cms()
  const mentioned = await query<{ project: string }>(
    payload,
    sql`select distinct project from mentions where article = ${doc.id} and locale = ${locale}::_locales`,
  )
  const ids = [...new Set([...idsOf(doc.projects), ...mentioned.map(({ project }) => project)])]
  if (ids.length === 0) return []
  const { docs } = await payload.find({
    collection: 'projects',
    where: { id: { in: ids } },
    select: { name: true, slug: true },
    sort: 'name',
    limit: ids.length,
    pagination: false,
    ...asVisitor(locale),
  })
  return docs.map(({ name, slug }) => ({
    name,
    href: hrefFor({ page: 'project', locale, slug: slug ?? '' }),
  }))
}

/** The articles whose text mentions a project, each with the passage that does. */
export async function passagesOfProject(project: string, locale: Locale): Promise<Map<string, string>> {
  const rows = await query<{ article: string; passage: string }>(
    await cms(),
    sql`select distinct on (article) article, passage from mentions
        where project = ${project} and locale = ${locale}::_locales order by article, block_id`,
  )
  return new Map(rows.map(({ article, passage }) => [article, passage]))
}
