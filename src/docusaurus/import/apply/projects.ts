import type { BasePayload, PayloadRequest } from 'payload'
import { queryInTransaction, sql } from '@/database/query'
import { sentence } from '@/i18n/admin-words'
import { locales, reportLocale } from '@/i18n/locales'
import type { Localized } from '@/i18n/localized'
import type { Winner } from '@/merge/merge'
import type { Place, Proposal, Warning } from '@/projects/proposal'
import {
  type ArticleTexts,
  articleTexts,
  lockProjects,
  proposalFor,
  takeProposal,
} from '@/projects/write/take-projects'
import type { Body } from '@/richtext/nodes'
import type { Item } from '../../format/report'
import type { PlannedArticle } from '../plan/import-plan'
import type { ProjectCounts } from '../plan/report'
import { unpackBody } from '../post/packed-body'
import { inTransaction } from './transaction'

type TakenProjects = { counts: ProjectCounts; conflicts: Item[]; refused: Item[]; warnings: Item[] }

type TakingProjects = {
  payload: BasePayload
  articles: readonly PlannedArticle[]
  /** The ids of the articles that no import brought, by their import paths. */
  writtenHere: ReadonlyMap<string, string>
  winner: Winner | undefined
  dryRun: boolean
  /** Takes nothing from an article that has warnings. */
  strict: boolean
  bytesOf: (file: string) => Uint8Array
}

/** Takes the projects that these articles list, each article in a transaction of its own. */
export async function applyProjects(taking: TakingProjects): Promise<TakenProjects> {
  const { payload, articles, dryRun, strict } = taking
  const taken: TakenProjects = {
    counts: { created: 0, updated: 0, unchanged: 0 },
    conflicts: [],
    refused: [],
    warnings: [],
  }
  for (const article of articles) {
    const proposal = await inTransaction(payload, (req) => proposed(req, article, taking), { keep: !dryRun })
    if (!proposal) continue
    const warnings = proposal.warnings.map((warning) => warningItem(warning, article, taking))
    if (strict && warnings.length > 0) {
      taken.refused.push(...warnings)
      continue
    }
    taken.warnings.push(...warnings)
    taken.conflicts.push(...proposal.conflicts.map((conflict) => conflictItem(conflict, article, taking)))
    for (const { does } of proposal.projects) taken.counts[does] += 1
  }
  return taken
}

/**
 * Proposes the projects of an article, and takes them unless this is a dry run. Undefined where the article was refused
 * and so is not here. A dry run looks at the files, since their articles are not here yet.
 */
async function proposed(
  req: PayloadRequest,
  article: PlannedArticle,
  { dryRun, strict, winner, writtenHere }: TakingProjects,
): Promise<Proposal | undefined> {
  const id = writtenHere.get(article.importPath) ?? (await idOfImported(req, article))
  const texts = dryRun ? textsOfFiles(article, id) : id ? await articleTexts(req, id) : undefined
  if (!texts) return undefined
  if (!dryRun) await lockProjects(req)
  const proposal = await proposalFor(req, texts, winner)
  const refused = strict && proposal.warnings.length > 0
  if (!dryRun && !refused && id) await takeProposal(req, { ...texts, id }, proposal)
  return proposal
}

async function idOfImported(
  req: PayloadRequest,
  { importPath }: PlannedArticle,
): Promise<string | undefined> {
  const [here] = await queryInTransaction<{ id: string }>(
    req,
    sql`select id from articles where import_path = ${importPath}`,
  )
  return here?.id
}

function textsOfFiles({ sourceLocale, texts }: PlannedArticle, id: string | undefined): ArticleTexts {
  const bodies: Localized<Body> = {}
  for (const locale of locales) {
    const text = texts[locale]
    if (text) bodies[locale] = unpackBody(text.body)
  }
  return { id, source: sourceLocale, bodies }
}

type Files = Pick<TakingProjects, 'bytesOf'>

function warningItem({ code, name, other, place }: Warning, article: PlannedArticle, files: Files): Item {
  const message = sentence(reportLocale, (w) => w.taking.warnings[code], { name, other: other ?? '' })
  return { ...pointTo(place, article, files), code: `project-${code}`, message }
}

function conflictItem(
  { name, place }: Proposal['conflicts'][number],
  article: PlannedArticle,
  files: Files,
): Item {
  const message =
    `What is said of the project \`${name}\` was changed here since it was taken last, and in the article too. ` +
    'Import again with --theirs to take the article, or with --ours to stay with what is here.'
  return { ...pointTo(place, article, files), code: 'conflict', message }
}

/** The line of the file that a row stands in. The first line, where the article has the row and the file does not. */
function pointTo(
  place: Place | undefined,
  { sourceLocale, texts }: PlannedArticle,
  { bytesOf }: Files,
): Pick<Item, 'file' | 'line'> {
  const text = texts[place?.locale ?? sourceLocale] ?? texts[sourceLocale]
  if (!text) throw new Error('Expected the article in the language of its rows.')
  const { file } = text
  if (!place) return { file, line: 1 }
  const lines = Buffer.from(bytesOf(file)).toString('utf8').split('\n')
  const { name } = place.row
  const begins = lines.findIndex((line) => new RegExp(`(?:\\*\\*|__)\\[?${escaped(name)}[\\]:*_]`).test(line))
  return { file, line: Math.max(begins, 0) + 1 }
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
