import type { BasePayload } from 'payload'
import { localeOrFallback, locales } from '@/i18n/locales'
import type { Winner } from '@/merge/merge'
import { isLocal, sitePath } from '../../../format/local-picture'
import type { Item } from '../../../format/report'
import { defaultFirst } from '../../../format/site-locale'
import { authorsFile, isAuthorsFile } from '../../../format/terms/authors-file'
import type { SitePictures } from '../../pictures/site-pictures'
import { AuthorLedger } from '../../plan/author-ledger'
import type { ImportPlan, PlannedArticle, PlannedAuthor, PlannedSiteFile } from '../../plan/import-plan'
import type { Terms } from '../article/text-state'
import { keepFiles, keptBytes } from '../sources'
import { inTransaction } from '../transaction'
import { authorDirectory, type KnownAuthor, putAuthor, sameAuthor } from './authors'
import { putTag, tagDirectory } from './tags'

/** Finds authors and tags of the CMS by the words of posts, and tags by their keys in the plan. */
export type SiteTerms = Terms & { tagByKey: (key: string) => string | undefined }

type Bringing = {
  payload: BasePayload
  plan: ImportPlan
  /** The articles that are to be written. */
  pending: readonly PlannedArticle[]
  /** The paths of the site's files that are no text. */
  assets: readonly string[]
  pictures: SitePictures
  winner: Winner | undefined
  dryRun: boolean
  /** The hashes of the files of the last import, by path. */
  hashes: ReadonlyMap<string, string>
}

/**
 * Brings in the authors and tags that articles need, and what has changed in authors.yml.
 * @returns them, and the conflicts with what was changed here
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
  const changed = plan.siteFiles.filter(({ path, sha256 }) => hashes.get(path) !== sha256)
  const now = bySlug(plan.introduced)
  const before = bySlug(await introducedBefore(bringing, changed))
  const needed = new Set(pending.flatMap((article) => article.authors))
  const conflicts: Item[] = []
  for (const planned of dryRun ? [] : plan.authors) {
    const { slug } = planned
    const [written, base, known] = [now.get(slug), before.get(slug), authors.get(slug)]
    if (!needed.has(slug) && (!written || sameAuthor(written, base))) continue
    const pictureId = known ? undefined : await portrait(planned, bringing)
    const put = await putAuthor(payload, { planned, base, known, winner, pictureId })
    authors.set(slug, put)
    if (put.conflicts.length === 0) continue
    const files = changed.filter(({ path }) => isAuthorsFile(path))
    conflicts.push(...files.map(({ path }) => conflict(path, slug, put.conflicts)))
  }
  // A file in conflict stays changed, so that the next import says so again.
  const settled = changed.filter(({ path }) => conflicts.length === 0 || !isAuthorsFile(path))
  if (!dryRun && settled.length > 0) await inTransaction(payload, (req) => keepFiles(req, settled))
  return { authors, conflicts }
}

const bySlug = (authors: readonly PlannedAuthor[]) => new Map(authors.map((author) => [author.slug, author]))

const conflict = (file: string, slug: string, fields: string[]): Item => ({
  file,
  line: 1,
  code: 'conflict',
  message:
    `The author \`${slug}\` was changed here since the last import (${[...new Set(fields)].join(', ')}), and in the file too. ` +
    'Import again with --theirs to take the file, or with --ours to stay with what is here.',
})

/** The authors as authors.yml introduced them at the last import. */
async function introducedBefore(
  { payload, plan }: Bringing,
  changed: readonly PlannedSiteFile[],
): Promise<PlannedAuthor[]> {
  const files = plan.siteFiles.filter(({ path }) => isAuthorsFile(path))
  const rewritten = files.filter((file) => changed.includes(file)).map(({ path }) => path)
  if (rewritten.length === 0) return plan.introduced
  const kept = await keptBytes(payload, rewritten)
  const read = files.flatMap(({ path, locale, bytes }) => {
    const before = rewritten.includes(path) ? kept.get(path) : bytes
    return before ? [[locale, authorsFile({ path, bytes: before })] as const] : []
  })
  return new AuthorLedger(new Map(read), defaultFirst(locales, plan.defaultLocale)).planned
}

/** Takes the picture of an author into the media library, where it is a file of the site. */
async function portrait({ picture, name }: PlannedAuthor, { assets, pictures, plan }: Bringing) {
  if (!picture || !isLocal(picture)) return undefined
  const file = sitePath(picture, 'blog/authors.yml', 1)
  if (!assets.includes(file)) return undefined
  const locale = localeOrFallback(plan.defaultLocale)
  await pictures.take([{ file, locale, alt: name }])
  return pictures.ids.get(file)
}
