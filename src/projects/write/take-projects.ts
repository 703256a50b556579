import type { PayloadRequest } from 'payload'
import { queryInTransaction, sql } from '@/database/query'
import { fallbackForVisitors, type Locale, locales, otherLocales } from '@/i18n/locales'
import type { Localized } from '@/i18n/localized'
import type { Winner } from '@/merge/merge'
import type { Project } from '@/payload-types'
import { type LanguageStates, languageStates, newestIsOnline } from '@/publishing/language-states'
import { asPublished } from '@/publishing/published/status'
import { slugFrom } from '@/publishing/slug'
import { lockDocument } from '@/publishing/write/one-language'
import type { Body } from '@/richtext/nodes'
import type { RowCategory } from '../categories'
import { projectRowsIn } from '../extract'
import { freeSlug } from '../free-slug'
import { type Proposal, type ProposedProject, proposeProjects } from '../proposal'
import { takeCategories } from './take-categories'
import { knownBeside } from './take-known'

/** The texts from which projects are taken. */
export type ArticleTexts = { id: string | undefined; source: Locale; bodies: Localized<Body> }

/** An article as an editor sees it: the newest version of each language. Undefined if there is no such article. */
export async function articleTexts(req: PayloadRequest, id: string): Promise<ArticleTexts | undefined> {
  const bodies: Localized<Body> = {}
  let source: Locale | undefined
  for (const locale of locales) {
    const doc = await req.payload.findByID({
      collection: 'articles',
      id,
      locale,
      fallbackLocale: false,
      depth: 0,
      draft: true,
      disableErrors: true,
      select: { body: true, sourceLocale: true },
      req,
    })
    if (!doc) return undefined
    if (doc.body) bodies[locale] = doc.body as Body
    source = doc.sourceLocale ?? source
  }
  return { id, source: source ?? fallbackForVisitors, bodies }
}

/** Returns what taking the projects of an article would do. Writes nothing. */
export async function proposalFor(
  req: PayloadRequest,
  { id, source, bodies }: ArticleTexts,
  winner?: Winner,
): Promise<Proposal> {
  const rows: Localized<ReturnType<typeof projectRowsIn>> = {}
  for (const locale of locales) if (bodies[locale]) rows[locale] = projectRowsIn(bodies[locale])
  return proposeProjects(rows, { source, known: await knownBeside(req, id), winner })
}

/**
 * Waits until nobody else takes projects, until the transaction of the request ends. Otherwise two articles that list
 * the same project would both make it.
 */
export const lockProjects = (req: PayloadRequest) => lockDocument(req, 'projects', undefined)

/**
 * Writes a proposal into the directory, in the transaction of the request, which has locked the projects. Each language
 * of a project goes online with that of the article. What an editor has changed or holds back stays as it is.
 */
export async function takeProposal(
  req: PayloadRequest,
  article: ArticleTexts & { id: string },
  proposal: Proposal,
): Promise<void> {
  const changed = proposal.projects.filter(({ does }) => does !== 'unchanged')
  const categories = await takeCategories(req, proposal.categories)
  const states = await languageStates(
    req.payload,
    'projects',
    changed.flatMap(({ id }) => id ?? []),
  )
  const articleStates = (await languageStates(req.payload, 'articles', [article.id])).get(article.id)
  const slugs = await takenSlugs(req)
  const ids = new Map<ProposedProject, string>()
  for (const project of proposal.projects) if (project.id) ids.set(project, project.id)
  for (const project of changed) {
    const own = project.id === undefined ? undefined : states.get(project.id)
    const goesOnline = (locale: Locale) => newestIsOnline(articleStates, locale) && follows(own, locale)
    ids.set(project, await write(req, project, { article, categories, slugs, goesOnline }))
  }
  await remember(req, article.id, proposal, { ids, categories })
}

/** Whether a language of a project goes online with the article: not if somebody holds a draft of it back. */
function follows(states: LanguageStates | undefined, locale: Locale): boolean {
  if (!states || newestIsOnline(states, locale)) return true
  return (
    states[locale].state === 'empty' && otherLocales(locale).some((other) => newestIsOnline(states, other))
  )
}

type Writing = {
  article: { id: string; source: Locale }
  categories: ReadonlyMap<RowCategory, string>
  slugs: Set<string>
  goesOnline: (locale: Locale) => boolean
}

async function write(req: PayloadRequest, project: ProposedProject, writing: Writing): Promise<string> {
  let { id } = project
  for (const locale of languagesOf(project, writing.article.source)) {
    const common = { collection: 'projects', locale, fallbackLocale: false, depth: 0, req } as const
    const present = id ? await req.payload.findByID({ ...common, id, draft: true }) : undefined
    const online = writing.goesOnline(locale)
    const data = {
      memberships: memberships(present?.memberships ?? [], project, locale, writing),
      ...(online ? asPublished : {}),
    }
    const saved = id
      ? await req.payload.update({ ...common, id, data, draft: !online })
      : await req.payload.create({
          ...common,
          data: { ...data, ...begin(project, writing.slugs) },
          draft: !online,
        })
    id = saved.id
  }
  if (!id) throw new Error(`Expected the project ${project.name} to be written in some language.`)
  return id
}

/** The languages in which something changes, the article's source first. The first one writes what they share. */
function languagesOf({ memberships }: ProposedProject, source: Locale): Locale[] {
  const changed = [source, ...otherLocales(source)].filter((locale) =>
    memberships.some(({ summary }) => summary[locale] !== undefined),
  )
  return changed.length > 0 ? changed : [source]
}

const begin = ({ name, website }: ProposedProject, slugs: Set<string>) => ({
  name,
  slug: freeSlug([slugFrom(name) || 'project'], slugs),
  ...(website ? { website } : {}),
})

type Rows = NonNullable<Project['memberships']>

/** The places of a project with their changes, and its new places. */
function memberships(
  present: Rows,
  { memberships: proposed }: ProposedProject,
  locale: Locale,
  { article, categories }: Writing,
): Rows {
  const rows = [...present]
  for (const { category, summary, block } of proposed) {
    const at = rows.findIndex((row) => idOf(row.category) === categories.get(category))
    const row = rows[at]
    const source = row?.sourceArticle ?? article.id
    const changes = {
      ...(summary[locale] === undefined ? {} : { summary: summary[locale] }),
      sourceArticle: source,
      ...(block && idOf(source) === article.id ? { sourceBlock: block } : {}),
    }
    if (row) rows[at] = { ...row, ...changes }
    else rows.push({ category: categories.get(category) ?? '', ...changes })
  }
  return rows
}

const idOf = (reference: string | { id: string }) =>
  typeof reference === 'string' ? reference : reference.id

async function takenSlugs(req: PayloadRequest): Promise<Set<string>> {
  const rows = await queryInTransaction<{ slug: string }>(
    req,
    sql`select slug from projects where slug is not null
        union select version_slug from _projects_v where latest and version_slug is not null`,
  )
  return new Set(rows.map(({ slug }) => slug))
}

/** Remembers what the article says now. Rows in conflict, and rows of which another article was first, are left out. */
async function remember(
  req: PayloadRequest,
  article: string,
  { takings }: Proposal,
  known: { ids: ReadonlyMap<ProposedProject, string>; categories: ReadonlyMap<RowCategory, string> },
): Promise<void> {
  const rows = takings.map(({ locale, row, project, category }) => ({
    locale,
    project: known.ids.get(project),
    category: known.categories.get(category),
    name: row.name,
    headings: row.category,
    summary: row.summary,
  }))
  await queryInTransaction(
    req,
    sql`insert into taken_projects (article, locale, project, category, name, headings, summary)
        select ${article}, t.locale::_locales, t.project, t.category, t.name, t.headings, t.summary
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as t(locale text, project uuid, category uuid, name text, headings jsonb, summary text)
        on conflict (article, locale, project, category) do update set
          name = excluded.name, headings = excluded.headings, summary = excluded.summary`,
  )
}
