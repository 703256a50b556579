import { createHash } from 'node:crypto'
import {
  commitTransaction,
  type Endpoint,
  initTransaction,
  killTransaction,
  type PayloadRequest,
} from 'payload'
import { editors, member } from '@/access/roles'
import { sentence } from '@/i18n/admin-words'
import { type Locale, localeOrFallback, locales, otherLocales } from '@/i18n/locales'
import { winners } from '@/merge/merge'
import type { RowCategory } from '../categories'
import type { Proposal } from '../proposal'
import { articleTexts, lockProjects, proposalFor, takeProposal } from './take-projects'

/** The effect of taking the projects of an article, described in the language of the panel. */
export type ProjectsPreview = {
  /** The hash of everything that is shown. An editor confirms this preview and no other. */
  digest: string
  counts: Record<'created' | 'updated' | 'unchanged' | 'memberships' | 'categories', number>
  projects: {
    id?: string
    name: string
    does: 'created' | 'updated' | 'unchanged'
    places: { category: string; adds: boolean; texts: { locale: Locale; text: string }[] }[]
  }[]
  /** The categories that are not there yet. */
  categories: string[]
  conflicts: { name: string; locale: Locale; here: string; article: string }[]
  warnings: string[]
}

/** `GET /api/articles/{id}/projects` shows what taking them would do. `POST` with the digest of that takes them. */
export const projectsEndpoints: Endpoint[] = [
  { path: '/:id/projects', method: 'get', handler: (req) => answer(req, preview) },
  { path: '/:id/projects', method: 'post', handler: (req) => answer(req, take) },
]

type Answer = { status: number; body: object }

/** Answers in a transaction. It is committed only if the answer is 201. */
async function answer(
  req: PayloadRequest,
  work: (req: PayloadRequest, article: string) => Promise<Answer>,
): Promise<Response> {
  if (!member({ req })) return Response.json({ message: req.t('error:unauthorized') }, { status: 401 })
  if (!editors({ req }))
    return Response.json({ message: req.t('error:notAllowedToPerformAction') }, { status: 403 })
  await initTransaction(req)
  try {
    const { status, body } = await work(req, String(req.routeParams?.id))
    if (status === 201) await commitTransaction(req)
    else await killTransaction(req)
    return Response.json(body, { status })
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

async function preview(req: PayloadRequest, id: string): Promise<Answer> {
  const texts = await articleTexts(req, id)
  if (!texts) return { status: 404, body: { message: req.t('error:notFound') } }
  return { status: 200, body: previewOf(await proposalFor(req, texts), req.i18n.language) }
}

async function take(req: PayloadRequest, id: string): Promise<Answer> {
  const asked = (await req.json?.().catch(() => undefined)) as
    | { digest?: unknown; winner?: unknown }
    | undefined
  const winner = winners.find((known) => known === asked?.winner)
  if (typeof asked?.digest !== 'string' || (asked.winner !== undefined && !winner)) {
    const message =
      'Expected `{ "digest": "…", "winner": "theirs" | "ours" }`, the digest from a GET of this address, a winner where there are conflicts.'
    return { status: 400, body: { message } }
  }
  const texts = await articleTexts(req, id)
  if (!texts) return { status: 404, body: { message: req.t('error:notFound') } }
  await lockProjects(req)
  const { language } = req.i18n
  const undecided = await proposalFor(req, texts)
  const shown = previewOf(undecided, language)
  if (shown.digest !== asked.digest) {
    const message = sentence(language, (w) => w.taking.changedSince)
    return { status: 409, body: { message, preview: shown } }
  }
  const proposal = winner ? await proposalFor(req, texts, winner) : undecided
  await takeProposal(req, { ...texts, id }, proposal)
  return { status: 201, body: previewOf(proposal, language) }
}

function previewOf(proposal: Proposal, language: string): ProjectsPreview {
  const reader = localeOrFallback(language)
  const projects = proposal.projects.map(({ id, name, does, memberships }) => ({
    ...(id ? { id } : {}),
    name,
    does,
    places: memberships.map(({ category, adds, summary }) => ({
      category: pathOf(category, reader),
      adds,
      texts: locales.flatMap((locale) => (summary[locale] ? [{ locale, text: summary[locale] }] : [])),
    })),
  }))
  const count = (does: string) => projects.filter((project) => project.does === does).length
  const categories = proposal.categories.filter(({ id }) => !id).map((category) => pathOf(category, reader))
  const shown = {
    counts: {
      created: count('created'),
      updated: count('updated'),
      unchanged: count('unchanged'),
      memberships: projects.flatMap(({ places }) => places.filter(({ adds }) => adds)).length,
      categories: categories.length,
    },
    projects,
    categories,
    conflicts: proposal.conflicts.map(({ name, place, here, article }) => ({
      name,
      locale: place.locale,
      here,
      article,
    })),
    warnings: proposal.warnings.map(({ code, name, other }) =>
      sentence(language, (w) => w.taking.warnings[code], { name, other: other ?? '' }),
    ),
  }
  return { digest: createHash('sha256').update(JSON.stringify(shown)).digest('base64url'), ...shown }
}

/** The names of a category and of those above it, in the reader's language if there is one: `Tools › Editors`. */
function pathOf({ name, parent }: RowCategory, reader: Locale): string {
  const [own] = [reader, ...otherLocales(reader)].flatMap((locale) => name[locale] ?? [])
  return [...(parent ? [pathOf(parent, reader)] : []), own ?? ''].join(' › ')
}
