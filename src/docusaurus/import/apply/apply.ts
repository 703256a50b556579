import type { BasePayload } from 'payload'
import { isLocale } from '@/i18n/locales'
import type { Winner } from '@/merge/merge'
import { exportedAmong } from '../../export/write/record'
import type { FetchRules } from '../pictures/fetch-picture'
import { picturesOf } from '../pictures/pictures'
import { takeRemotePictures } from '../pictures/remote-pictures'
import { textsInOrder, withoutText } from '../plan/article-texts'
import type { ImportPlan, Item, PlannedArticle } from '../plan/import-plan'
import { type ImportReport, inOrder } from '../plan/report'
import type { SiteOnDisk } from '../read/read-site'
import { type ArticleSurroundings, applyArticle, type Outcome } from './article'
import { applyProjects } from './projects'
import { keepOldAddresses } from './redirects'
import { bringIn, type SiteTerms } from './terms'
import { TextRefused } from './text'
import type { Shared } from './text-state'
import { inTransaction } from './transaction'
import { imported, isImported } from './unchanged'
import { writtenHere } from './written-here'

export type Application = {
  payload: BasePayload
  plan: ImportPlan
  /** The site that the plan was made from. */
  site: SiteOnDisk & { dir: string }
  /** Which side wins where a file and its article have both changed; neither unless it is said. */
  winner?: Winner | undefined
  /** Pictures on other hosts are taken too, by these rules. Never unless it is said. */
  fetchImages?: Partial<FetchRules> | undefined
  /** Writes nothing, and reports what would be. */
  dryRun?: boolean
  /** The articles of the plan whose projects are to be taken. */
  projectsFrom?: readonly PlannedArticle[]
  /** Takes no projects from an article that there is something to warn of. */
  strict?: boolean
  /** Told after each article that had to be looked at. */
  onProgress?: (progress: { done: number; of: number; importPath: string }) => void
  /** Stops between two articles: what is written stays, and the next import does the rest. */
  signal?: AbortSignal
}

/**
 * Writes a plan into the CMS: each article in a transaction of its own, in all its languages. What a plan says again
 * is left alone, so that an import may be stopped at any point and run again.
 */
export async function applyPlan(application: Application): Promise<ImportReport> {
  const { payload, plan, site, winner, fetchImages, dryRun = false } = application
  const { pending, unchanged, here, exported, hashes } = await comparedWithHere(payload, plan)
  if (!dryRun && pending.length > 0) await keepDefaultLocale(payload, plan)
  const { ids: pictures, warnings } = await picturesOf({ payload, plan, pending, dir: site.dir, dryRun })
  if (fetchImages && !dryRun) {
    const remote = await takeRemotePictures(payload, pending, fetchImages)
    for (const [address, id] of remote.ids) pictures.set(address, id)
    warnings.push(...remote.warnings)
  }
  const { terms, conflicts } = await bringIn({ payload, plan, pending, site, winner, dryRun, hashes })
  const refused = [...plan.refused, ...here.refused]
  const counts = { created: 0, updated: 0, unchanged }
  for (const outcome of await applied(application, { pending, terms, pictures, exported, refused })) {
    if (outcome.does === 'conflict') conflicts.push(outcome.item)
    else counts[outcome.does] += 1
  }
  if (!dryRun) await inTransaction(payload, (req) => keepOldAddresses(req, plan.redirects))
  const { projectsFrom = [], strict = false } = application
  const projects = await applyProjects({
    payload,
    articles: projectsFrom,
    writtenHere: here.ids,
    winner,
    dryRun,
    strict,
    bytesOf: bytesIn(site),
  })
  return {
    ...counts,
    ...(projectsFrom.length > 0 ? { projects: projects.counts } : {}),
    conflicts: inOrder([...conflicts, ...projects.conflicts]),
    refused: inOrder([...refused, ...projects.refused]),
    warnings: inOrder([...plan.warnings, ...warnings, ...projects.warnings]),
  }
}

/** Which articles of a plan are to be written, how many files of the others there are, and what tells them apart. */
async function comparedWithHere(payload: BasePayload, { articles }: ImportPlan) {
  const known = await imported(payload)
  const same = articles.filter((article) => isImported(article, known))
  const others = articles.filter((article) => !isImported(article, known))
  const exported = await exportedAmong(payload, others.flatMap(filesOf))
  const unknown = others.filter(({ importPath }) => !known.importPaths.has(importPath))
  const here = await writtenHere(payload, unknown, exported)
  return {
    pending: others.filter(({ importPath }) => !here.ids.has(importPath)),
    unchanged: same.flatMap(filesOf).length + here.unchanged,
    here,
    exported,
    hashes: known.hashes,
  }
}

const filesOf = ({ texts }: PlannedArticle) =>
  Object.values(texts).map(({ file, sha256 }) => ({ path: file, sha256 }))

function bytesIn(site: SiteOnDisk): (file: string) => Uint8Array {
  const bytes = new Map(site.files.flatMap((file) => ('bytes' in file ? [[file.path, file.bytes]] : [])))
  return (file) => {
    const found = bytes.get(file)
    if (!found) throw new Error(`Expected the bytes of ${file} beside the plan that was made from them.`)
    return found
  }
}

/** Articles that are written at the same time: while the database saves one, the next is made ready. */
const atOnce = 2

async function applied(
  { payload, plan, site, winner, dryRun = false, onProgress, signal }: Application,
  {
    pending,
    terms,
    refused,
    ...found
  }: Pick<ArticleSurroundings, 'pictures' | 'exported'> & {
    pending: readonly PlannedArticle[]
    terms: SiteTerms
    refused: Item[]
  },
): Promise<Outcome[]> {
  const bytesOf = bytesIn(site)
  const { defaultLocale } = plan
  const outcomes: Outcome[] = []
  const waiting = pending.values()
  const stopped = new AbortController()
  let done = 0
  const writeOn = async () => {
    for (const article of waiting) {
      signal?.throwIfAborted()
      if (stopped.signal.aborted) return
      const surroundings = {
        winner,
        defaultLocale,
        terms,
        shared: sharedOf(article, terms),
        bytesOf,
        ...found,
      }
      const written = await withoutRefused(article, refused, (rest) =>
        inTransaction(payload, (req) => applyArticle(req, rest, surroundings), { keep: !dryRun }),
      )
      outcomes.push(...written)
      done += 1
      onProgress?.({ done, of: pending.length, importPath: article.importPath })
    }
  }
  // One that fails stops the others between two articles, never within one.
  const ended = await Promise.allSettled(
    Array.from({ length: atOnce }, () =>
      writeOn().catch((error: unknown) => {
        stopped.abort()
        throw error
      }),
    ),
  )
  for (const one of ended) if (one.status === 'rejected') throw one.reason
  return outcomes
}

/** A language that may not be saved takes nothing else along: the article is written again without it. */
async function withoutRefused(
  article: PlannedArticle,
  refused: Item[],
  write: (article: PlannedArticle) => Promise<Outcome[]>,
): Promise<Outcome[]> {
  let rest: PlannedArticle | undefined = article
  while (rest) {
    try {
      return await write(rest)
    } catch (error) {
      if (!(error instanceof TextRefused)) throw error
      refused.push(error.item)
      rest = withoutText(rest, error.locale)
    }
  }
  return []
}

/** A tag that only the translation has is a tag of the article too. */
function sharedOf(article: PlannedArticle, terms: SiteTerms): Shared {
  const keys = textsInOrder(article).flatMap(([, { tags }]) => tags.map(({ key }) => key))
  return {
    authors: article.authors.flatMap((slug) => terms.authorOf(slug) ?? []),
    tags: [...new Set(keys)].flatMap((key) => terms.tagByKey(key) ?? []),
  }
}

/** The language of old addresses that name none. */
async function keepDefaultLocale(payload: BasePayload, { defaultLocale }: ImportPlan): Promise<void> {
  if (!isLocale(defaultLocale)) return
  const site = await payload.findGlobal({ slug: 'site', depth: 0, select: { oldDefaultLocale: true } })
  if (site.oldDefaultLocale === defaultLocale) return
  await payload.updateGlobal({ slug: 'site', data: { oldDefaultLocale: defaultLocale } })
}
