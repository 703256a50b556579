import type { BasePayload } from 'payload'
import { isLocale, type Locale } from '@/i18n/locales'
import type { PlannedArticle } from '../plan/import-plan'
import { keptHashes } from './sources'

/** The texts that were imported before and are still here. */
type Imported = {
  /** The hashes of all kept files, by path. */
  hashes: ReadonlyMap<string, string>
  /** The import paths of all articles that are here. */
  importPaths: ReadonlySet<string>
  has: (importPath: string, locale: Locale, sha256: string) => boolean
}

/** Reads what was imported before. Two queries do, however many articles there are. */
export async function imported(payload: BasePayload): Promise<Imported> {
  const [files, { docs }] = await Promise.all([
    keptHashes(payload),
    payload.find({
      collection: 'articles',
      where: { importPath: { exists: true } },
      locale: 'all',
      fallbackLocale: false,
      draft: true,
      depth: 0,
      pagination: false,
      select: { importPath: true, title: true },
    }),
  ])
  const here = new Set(
    docs.flatMap(({ importPath, title }) =>
      // Read with `locale: 'all'`, which Payload's types do not know.
      Object.entries(title ?? {}).flatMap(([locale, words]) =>
        words && isLocale(locale) ? [textName(importPath, locale)] : [],
      ),
    ),
  )
  const posts = new Map(files.map((file) => [textName(file.importPath, file.locale), file.sha256]))
  return {
    hashes: new Map(files.map(({ path, sha256 }) => [path, sha256])),
    importPaths: new Set(docs.flatMap(({ importPath }) => importPath ?? [])),
    has: (importPath, locale, sha256) =>
      here.has(textName(importPath, locale)) && posts.get(textName(importPath, locale)) === sha256,
  }
}

/** The name of a text: its language and the import path of its article. */
export const textName = (importPath: string | null | undefined, locale: string | null) =>
  `${locale} ${importPath}`

/** Whether an article is here in all the languages of the plan, from these very files. */
export const isImported = ({ importPath, texts }: PlannedArticle, known: Imported): boolean =>
  Object.entries(texts).every(
    ([locale, { sha256 }]) => isLocale(locale) && known.has(importPath, locale, sha256),
  )
