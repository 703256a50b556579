import type { PayloadRequest } from 'payload'
import { queryInTransaction, sql } from '@/database/query'
import type { Localized } from '@/i18n/localized'
import type { Category, Project } from '@/payload-types'
import type { Known, KnownCategory, KnownMembership, KnownProject, TakenRow } from '../known'

const inEveryLanguage = {
  locale: 'all',
  fallbackLocale: false,
  depth: 0,
  limit: 0,
  pagination: false,
} as const

/** The directory with its newest drafts, and what was taken from the article before. */
export async function knownBeside(req: PayloadRequest, article: string | undefined): Promise<Known> {
  const { payload } = req
  const projects = await payload.find({
    collection: 'projects',
    draft: true,
    sort: ['name', 'id'],
    select: { name: true, aliases: true, website: true, memberships: true },
    ...inEveryLanguage,
    req,
  })
  const categories = await payload.find({
    collection: 'categories',
    sort: ['order', 'id'],
    ...inEveryLanguage,
    req,
  })
  return {
    article,
    projects: projects.docs.map(knownProject),
    categories: categories.docs.map(knownCategory),
    taken: article === undefined ? [] : await takenFrom(req, article),
  }
}

function knownProject({
  id,
  name,
  aliases,
  website,
  memberships,
}: Pick<Project, 'id' | 'name' | 'aliases' | 'website' | 'memberships'>): KnownProject {
  return {
    id,
    name: name ?? '',
    aliases: aliases ?? [],
    ...(website ? { website } : {}),
    memberships: (memberships ?? []).map((membership): KnownMembership => {
      const { sourceBlock } = membership
      const sourceArticle = idOf(membership.sourceArticle)
      return {
        category: idOf(membership.category) ?? '',
        summary: texts(membership.summary),
        ...(sourceArticle ? { sourceArticle } : {}),
        ...(sourceBlock ? { sourceBlock } : {}),
      }
    }),
  }
}

function knownCategory({ id, name, parent }: Category): KnownCategory {
  const above = idOf(parent)
  return { id, name: texts(name), ...(above ? { parent: above } : {}) }
}

const idOf = (reference: string | { id: string } | null | undefined) =>
  typeof reference === 'string' ? reference : reference?.id

/** Read with `locale: 'all'`, which Payload's types do not know. */
const texts = (value: unknown): Localized<string> =>
  Object.fromEntries(Object.entries(value ?? {}).filter(([, text]) => text))

const takenFrom = (req: PayloadRequest, article: string) =>
  queryInTransaction<TakenRow>(
    req,
    sql`select locale, project, category, name, headings, summary from taken_projects
        where article = ${article} order by locale, name, headings`,
  )
