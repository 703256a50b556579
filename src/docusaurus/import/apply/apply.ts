import type { BasePayload } from 'payload'
import { isLocale } from '@/i18n/locales'
import type { Winner } from '@/merge/merge'
import { exportedAmong } from '../../export/write/record'
import type { Item } from '../../format/report'
import { inOrder } from '../../format/report'
import type { FetchRules } from '../pictures/fetch-picture'
import { pictureLibrary } from '../pictures/library'
import { takeRemotePictures } from '../pictures/remote-pictures'
import { formatWarnings, sitePictures, takeShown } from '../pictures/site-pictures'
import { textsInOrder, withoutText } from '../plan/article-texts'
import type { ImportPlan, PlannedArticle } from '../plan/import-plan'
import type { ImportReport } from '../plan/report'
import type { SiteOnDisk } from '../read/read-site'
import { type ArticleSurroundings, applyArticle, type Outcome } from './article/article'
import { TextRefused } from './article/text'
import type { Shared } from './article/text-state'
import { applyProjects } from './projects'
import { keepOldAddresses } from './redirects'
import { bringIn, type SiteTerms } from './terms/terms'
import { inTransaction } from './transaction'
import { imported, isImported } from './unchanged'
import { writtenHere } from './written-here'

export type Application = {
  payload: BasePayload
  plan: ImportPlan
  /** The site that the plan was made from. */
  site: SiteOnDisk & { dir: string }
  /** The side that wins where a file and its article have both changed. Without it, that is a conflict. */
  winner?: Winner | undefined
  /** The rules by which pictures on other hosts are fetched. Without rules, none is fetched. */
  fetchImages?: Partial<FetchRules> | undefined
  /** Writes nothing, and reports what would be written. */
  dryRun?: boolean
  /** The articles of the plan whose projects are to be taken. */
  projectsFrom?: readonly PlannedArticle[]
  /** Takes no projects from an article that has warnings. */
  strict?: boolean
  /** Called after each article that was looked at. */
  onProgress?: (progress: { done: number; of: number; importPath: string }) => void
  /** Stops between two articles. What is written stays, and the next import does the rest. */
  signal?: AbortSignal
}

/**
 * Writes a plan into the CMS. Each article is written in a transaction of its own, in all its languages. Articles that
 * are here from the same files are left alone, so an import may be stopped at any point and run again.
 */
export async function applyPlan(application: Application): Promise<ImportReport> {
  const { payload, plan, site, winner, fetchImages, dryRun = false } = application
  const { pending, unchanged, here, exported, hashes } = await comparedWithHere(payload, plan)
  if (!dryRun && pending.length > 0) await keepDefaultLocale(payload, plan)
  const bytesOf = bytesIn(site)
  const library = pictureLibrary(payload)
  const pictures = sitePictures({ payload, library, dir: site.dir })
  const warnings = formatWarnings(plan.articles)
  if (!dryRun) warnings.push(...(await takeShown(pictures, pending)))
  if (fetchImages && !dryRun) {
    const remote = await takeRemotePictures(library, pending, fetchImages)
    for (const [address, id] of remote.ids) pictures.ids.set(address, id)
    warnings.push(...remote.warnings)
  }
  const { assets } = site
  const { terms, conflicts } = await bringIn({
    ...{ payload, plan, pending, assets, pictures, winner, dryRun, hashes },
  })
  const refused = [...plan.refused, ...here.refused]
  const counts = { created: 0, updated: 0, unchanged }
  const writing = { pending, terms, pictures: pictures.ids, exported, refused, bytesOf }
  for (const outcome of await applied(application, writing)) {
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
    bytesOf,
  })
  return {
    ...counts,
    ...(projectsFrom.length > 0 ? { projects: projects.counts } : {}),
    conflicts: inOrder([...conflicts, ...projects.conflicts]),
    refused: inOrder([...refused, ...projects.refused]),
    warnings: inOrder([...plan.warnings, ...warnings, ...projects.warnings]),
  }
}

/** Tells the articles that are to be written from those that need not be looked at. */
async function comparedWithHere(payload: BasePayload, { articles }: ImportPlan) {
  const known = await imported(payload)
  const [same, others]: [PlannedArticle[], PlannedArticle[]] = [[], []]
  for (const article of articles) (isImported(article, known) ? same : others).push(article)
  const exported = await exportedAmong(payload, others.flatMap(filesOf))
  const unknown = others.filter(({ importPath }) => !known.importPaths.has(importPath))
  const here = await writtenHere(payload, unknown, exported)
  return {
    pending: others.filter(({ importPath }) => !here.ids.has(importPath)),
    /** In files. */
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

/** The number of articles that are written at the same time: while the database saves one, the next is prepared. */
const atOnce = 2

async function applied(
  { payload, plan, winner, dryRun = false, onProgress, signal }: Application,
  {
    pending,
    terms,
    refused,
    ...found
  }: Pick<ArticleSurroundings, 'pictures' | 'exported' | 'bytesOf'> & {
    pending: readonly PlannedArticle[]
    terms: SiteTerms
    refused: Item[]
  },
): Promise<Outcome[]> {
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
  // A failure stops the other writer between two articles, never within one.
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

/** Writes an article. If one of its languages may not be saved, the article is written again without it. */
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

/** The authors and tags of an article. A tag that only the translation has is a tag of the article too. */
function sharedOf(article: PlannedArticle, terms: SiteTerms): Shared {
  const keys = textsInOrder(article).flatMap(([, { tags }]) => tags.map(({ key }) => key))
  return {
    authors: article.authors.flatMap((slug) => terms.authorOf(slug) ?? []),
    tags: [...new Set(keys)].flatMap((key) => terms.tagByKey(key) ?? []),
  }
}

/** Keeps the language of the old addresses that name no language. */
async function keepDefaultLocale(payload: BasePayload, { defaultLocale }: ImportPlan): Promise<void> {
  if (!isLocale(defaultLocale)) return
  const site = await payload.findGlobal({ slug: 'site', depth: 0, select: { oldDefaultLocale: true } })
  if (site.oldDefaultLocale === defaultLocale) return
  await payload.updateGlobal({ slug: 'site', data: { oldDefaultLocale: defaultLocale } })
}
