import type { BasePayload } from 'payload'
import { isLocale, type Locale, locales } from '@/i18n/locales'
import type { Winner } from '@/merge/merge'
import { sha256Of } from '@/sha256'
import { AuthorLedger, authorsFile } from '../../format/authors'
import { isLocal, sitePath } from '../../format/local-picture'
import { takePictures } from '../pictures/pictures'
import type { ImportPlan, Item, PlannedArticle, PlannedAuthor } from '../plan/import-plan'
import { authorDirectory, type KnownAuthor, putAuthor, sameAuthor } from './authors'
import { keepFiles, keptBytes } from './sources'
import { putTag, tagDirectory } from './tags'
import type { Terms } from './text-state'
import { inTransaction } from './transaction'

/** Authors and tags of the CMS, by what posts call them and by their keys in the plan. */
export type SiteTerms = Terms & { tagByKey: (key: string) => string | undefined }

export type Bringing = {
  payload: BasePayload
  plan: ImportPlan
  /** The articles that are to be written. */
  pending: readonly PlannedArticle[]
  site: { dir: string; assets: readonly string[] }
  winner: Winner | undefined
  dryRun: boolean
  /** The hashes of the files of the last import, by path. */
  hashes: ReadonlyMap<string, string>
}

/**
 * Brings in the authors and tags that articles to be written need, and what authors.yml has changed.
 * @returns them, and the files whose changes contradict those made here
 */
export async function bringIn(bringing: Bringing): Promise<{ terms: SiteTerms; conflicts: Item[] }> {
  const tags = await tagIds(bringing)
  const { authors, conflicts } = await authorIds(bringing)
  return { terms: { ...tags, authorOf: (slug) => authors.get(slug)?.id }, conflicts }
}

async function tagIds({ payload, plan, pending, dryRun }: Bringing): Promise<Omit<SiteTerms, 'authorOf'>> {
  const directory = await tagDirectory(payload)
  const used = new Set(
    pending.flatMap(({ texts }) => Object.values(texts).flatMap(({ tags }) => tags.map(({ key }) => key))),
  )
  const ids = new Map<string, string>()
  for (const tag of plan.tags) {
    if (!used.has(tag.key)) continue
    const id = dryRun ? directory.matching(tag)?.id : await putTag(payload, tag, directory)
    if (id) ids.set(tag.key, id)
  }
  return { tagOf: (locale, label) => directory.idOf(locale, label), tagByKey: (key) => ids.get(key) }
}

type Authors = { authors: Map<string, KnownAuthor>; conflicts: Item[] }

async function authorIds(bringing: Bringing): Promise<Authors> {
  const { payload, plan, pending, winner, dryRun, hashes } = bringing
  const authors = await authorDirectory(payload)
  const changed = plan.siteFiles.filter(({ path, bytes }) => hashes.get(path) !== sha256Of(bytes))
  const now = introduced(plan.siteFiles, plan.defaultLocale)
  const before = introduced(await keptSiteFiles(payload, plan), plan.defaultLocale)
  const needed = new Set(pending.flatMap((article) => article.authors))
  const conflicts: Item[] = []
  for (const planned of plan.authors) {
    const { slug } = planned
    const [written, base, known] = [now.get(slug), before.get(slug), authors.get(slug)]
    if (!needed.has(slug) && (!written || sameAuthor(written, base))) continue
    if (dryRun) continue
    const pictureId = known ? undefined : await portrait(planned, bringing)
    const put = await putAuthor(payload, { planned, base, known, winner, pictureId })
    authors.set(slug, put)
    for (const { path } of put.conflicts.length > 0 ? changed.filter(isAuthorsFile) : []) {
      conflicts.push(conflict(path, slug, put.conflicts))
    }
  }
  // A file in conflict stays changed, so that the next import says so again.
  const settled = changed.filter((file) => conflicts.length === 0 || !isAuthorsFile(file))
  if (!dryRun && settled.length > 0) await inTransaction(payload, (req) => keepFiles(req, settled))
  return { authors, conflicts }
}

const isAuthorsFile = ({ path }: { path: string }) => /(?:^|\/)authors\.ya?ml$/.test(path)

const conflict = (file: string, slug: string, fields: string[]): Item => ({
  file,
  line: 1,
  code: 'conflict',
  message:
    `The author \`${slug}\` was changed here since the last import (${[...new Set(fields)].join(', ')}), and in the file too. ` +
    'Import again with --theirs to take the file, or with --ours to stay with what is here.',
})

async function keptSiteFiles(
  payload: BasePayload,
  { siteFiles }: ImportPlan,
): Promise<ImportPlan['siteFiles']> {
  const bytes = await keptBytes(
    payload,
    siteFiles.map(({ path }) => path),
  )
  return siteFiles.flatMap(({ path, locale }) => {
    const kept = bytes.get(path)
    return kept ? [{ path, locale, bytes: kept }] : []
  })
}

/** The authors of authors.yml in all languages, by slug. */
function introduced(files: ImportPlan['siteFiles'], defaultLocale: string): Map<string, PlannedAuthor> {
  const read = files.flatMap(({ path, locale, bytes }) =>
    isLocale(locale) && isAuthorsFile({ path }) ? [[locale, authorsFile({ path, bytes })] as const] : [],
  )
  const order: Locale[] = [...locales].sort(
    (one, other) => Number(other === defaultLocale) - Number(one === defaultLocale),
  )
  const { planned } = new AuthorLedger(new Map(read), order)
  return new Map(planned.map((author) => [author.slug, author]))
}

/** An author's picture that is a file of the site, taken into the media library. */
async function portrait({ picture, name }: PlannedAuthor, { payload, site, plan }: Bringing) {
  if (!picture || !isLocal(picture)) return undefined
  const file = sitePath(picture, 'blog/authors.yml', 1)
  if (!site.assets.includes(file)) return undefined
  const locale = isLocale(plan.defaultLocale) ? plan.defaultLocale : locales[0]
  const { ids } = await takePictures(payload, site.dir, [{ file, locale, alt: name }])
  return ids.get(file)
}
