import { query, sql } from '@/database/query'
import type { Locale } from '@/i18n/locales'
import type { Article } from '@/payload-types'
import type { MentionLink } from '@/richtext/mention-links'
import { asVisitor, cms } from '../cms'
import { idsOf } from '../references'
import type { ProjectSummary } from '../views'
import { projectSummaries, summarized } from './project-summaries'

/** The published projects of an article, and the places where its text links to them. */
export type ArticleProjects = { projects: ProjectSummary[]; links: MentionLink[] }

/** Returns the published projects of an article: those that its text mentions, and those that an editor picked. */
export async function projectsOfArticle(doc: Article, locale: Locale): Promise<ArticleProjects> {
  const payload = await cms()
  const mentioned = await query<{ project: string; blockId: string; text: string }>(
    payload,
    sql`select project, block_id as "blockId", matched_text as text from mentions
        where article = ${doc.id} and locale = ${locale}::_locales order by position`,
  )
  const ids = [...new Set([...idsOf(doc.projects), ...mentioned.map(({ project }) => project)])]
  if (ids.length === 0) return { projects: [], links: [] }
  const { docs } = await payload.find({
    collection: 'projects',
    where: { id: { in: ids } },
    select: summarized,
    sort: 'name',
    limit: ids.length,
    pagination: false,
    ...asVisitor(locale),
  })
  const projects = await projectSummaries(docs, locale)
  const byId = new Map(projects.map((project) => [project.id, project]))
  const links = mentioned.flatMap(({ project, blockId, text }) => {
    const target = byId.get(project)
    return target ? [{ blockId, text, href: target.href, slug: target.slug }] : []
  })
  return { projects, links }
}

/** A passage of an article that names a project, and the words in it that name the project. */
export type Passage = { sentence: string; matchedText: string }

/** Returns the articles whose text mentions a project, each with its first passage that does. */
export async function passagesOfProject(project: string, locale: Locale): Promise<Map<string, Passage>> {
  const rows = await query<Passage & { article: string }>(
    await cms(),
    sql`select distinct on (article) article, passage as sentence, matched_text as "matchedText" from mentions
        where project = ${project} and locale = ${locale}::_locales order by article, position`,
  )
  return new Map(rows.map(({ article, ...passage }) => [article, passage]))
}
