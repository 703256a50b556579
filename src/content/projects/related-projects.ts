import { query, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import { published } from '@/publishing/published/sql'
import { asVisitor, cms } from '../cms'
import type { ProjectSummary } from '../views'
import { projectSummaries, summarized } from './project-summaries'

const mostRelated = 6

/**
 * Returns the published projects that are nearest to one: projects named in the same passages, in the same
 * articles, or standing in the same categories. An article counts less, the more projects it names.
 */
export async function relatedProjects(project: string, locale: Locale): Promise<ProjectSummary[]> {
  const payload = await cms()
  const rows = await query<{ id: string }>(
    payload,
    sql`with own as (
          select article, block_id from mentions where project = ${project} and locale = ${locale}::_locales
        ), named as (
          select distinct article, project from mentions
          where locale = ${locale}::_locales and article in (select article from own)
        ), near as (
          select project as id, 1.0 / count(*) over (partition by article) as weight from named
          union all
          select m.project, 1 from mentions m join own using (article, block_id) where m.locale = ${locale}::_locales
          union all
          select theirs._parent_id, 0.5 from projects_memberships ours
          join projects_memberships theirs using (category_id) where ours._parent_id = ${project}
        )
        select near.id from near
        join projects p on p.id = near.id
        join projects_locales l on l._parent_id = p.id and ${published('l', locale)}
        where near.id <> ${project}
        group by near.id, p.name order by sum(near.weight) desc, p.name limit ${mostRelated}`,
  )
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const { docs } = await payload.find({
    collection: 'projects',
    where: { id: { in: ids } },
    select: summarized,
    limit: ids.length,
    pagination: false,
    ...asVisitor(locale),
  })
  const nearestFirst = docs.toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id))
  return projectSummaries(nearestFirst, locale)
}
