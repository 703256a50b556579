import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BasePayload } from 'payload'
import { environment } from '@/env'
import { type Locale, locales } from '@/i18n/locales'
import { sha256Of } from '@/sha256'
import type { Item } from '../../format/report'
import { inOrder } from '../../format/report'
import type { ExportArticle, KeptPost } from '../plan/export-plan'
import { planExport } from '../plan/planner'
import type { ExportReport } from '../plan/report'
import { articlesToExport } from '../read/articles'
import { keptBytesAt, type SourceRow } from '../read/kept-files'
import { readSiteToExport, type SiteChoice } from '../read/site'
import { ExportFolder } from './export-folder'
import { rememberedExport } from './record'

export type Exportation = {
  payload: BasePayload
  /** An absolute path. */
  outDir: string
  locales?: readonly Locale[]
  defaultLocale?: Locale | undefined
  /** Exports the words that readers see. By default, the newest words. */
  published?: boolean
  /** Writes over files that were changed in the folder. */
  force?: boolean
  onProgress?: (progress: { done: number; of: number }) => void
  /** Stops between two batches. What is written stays, and the next export does the rest. */
  signal?: AbortSignal
}

/** The number of articles that are in memory at once. */
const batch = 50

/**
 * Writes the CMS as a Docusaurus site. Files that are right already are left alone, so an export may be stopped at any
 * point and run again.
 */
export async function exportSite(exportation: Exportation): Promise<ExportReport> {
  const { payload, outDir, locales: wanted = locales, published = false, force = false } = exportation
  const { siteUrl, dataDir } = environment()
  const choice: SiteChoice = { published, locales: wanted, defaultLocale: exportation.defaultLocale, siteUrl }
  const { site, ids, sources } = await readSiteToExport(payload, choice)
  const planner = planExport(site)
  const imported = new Map(sources.map(({ path, sha256 }) => [path, sha256]))
  const record = await rememberedExport(payload, outDir)
  const known = (path: string) => [
    ...record.hashesOf(path),
    ...(imported.has(path) ? [imported.get(path) ?? ''] : []),
  ]
  const folder = await ExportFolder.open(outDir, { known, force })
  const report: ExportReport = { written: 0, unchanged: 0, removed: 0, refused: [], warnings: [] }
  const write = async (files: readonly { path: string; bytes: Uint8Array }[]) => {
    await record.expect(files.map(({ path, bytes }) => ({ path, sha256: sha256Of(bytes) })))
    for (const { path, bytes } of files) count(report, await folder.write(path, bytes))
  }
  try {
    for (let start = 0; start < ids.length; start += batch) {
      exportation.signal?.throwIfAborted()
      const posts = (await articlesToExport(payload, choice, ids.slice(start, start + batch))).map(
        ({ article, kept }) => postsOrRefusal(planner, article, kept),
      )
      report.refused.push(...posts.flatMap(({ refused }) => refused))
      const files = posts.flatMap((one) => one.files)
      report.warnings.push(...files.flatMap(({ warnings }) => warnings))
      await write(files)
      exportation.onProgress?.({ done: Math.min(start + batch, ids.length), of: ids.length })
    }
    const { files, pictures } = planner.rest()
    await write(files)
    await record.expect([...pictures].map(([path, sha256]) => ({ path, sha256 })))
    for (const [path, sha256] of pictures) {
      const bytes = await pictureBytes({ payload, path, sha256, folder: join(dataDir, 'originals') })
      if (bytes) count(report, await folder.write(path, bytes))
      else report.warnings.push(lost(path))
    }
    const whole = wanted.length === locales.length && !published && report.refused.length === 0
    if (whole)
      report.removed = await removeRest(folder, [...record.before, ...postsOf(sources)], record.expected)
    await record.finish({ keepsBefore: !whole })
  } finally {
    await folder.close()
  }
  return { ...report, refused: inOrder(report.refused), warnings: inOrder(report.warnings) }
}

function count(report: ExportReport, result: 'written' | 'unchanged' | Item) {
  if (typeof result === 'string') report[result] += 1
  else report.refused.push(result)
}

/** An article whose text cannot be written is refused alone. */
function postsOrRefusal(
  planner: ReturnType<typeof planExport>,
  article: ExportArticle,
  kept: readonly KeptPost[],
): ReturnType<typeof planner.posts> {
  try {
    return planner.posts(article, kept)
  } catch (error) {
    const message = `Nothing of the article ${article.id} was written, because it cannot be: ${(error as Error).message}`
    return {
      files: [],
      refused: [{ file: article.importPath ?? article.id, line: 1, code: 'unwritable', message }],
    }
  }
}

const postsOf = (sources: readonly SourceRow[]) =>
  sources.flatMap(({ path, importPath }) => (importPath === null ? [] : [path]))

/** Removes the files of articles that were deleted or have moved. Returns how many. */
async function removeRest(
  folder: ExportFolder,
  paths: readonly string[],
  expected: Pick<ReadonlySet<string>, 'has'>,
) {
  let removed = 0
  for (const path of new Set(paths)) if (!expected.has(path) && (await folder.remove(path))) removed += 1
  return removed
}

/** The original of a picture. For a file that the media library does not take, the bytes that the import kept. */
async function pictureBytes({
  payload,
  path,
  sha256,
  folder,
}: {
  payload: BasePayload
  path: string
  sha256: string
  folder: string
}): Promise<Uint8Array | undefined> {
  try {
    return await readFile(join(folder, sha256))
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    return keptBytesAt(payload, path)
  }
}

const lost = (file: string): Item => ({
  file,
  line: 1,
  code: 'picture-lost',
  message: 'The original of this picture is no longer in DATA_DIR/originals. Posts still name it.',
})
