import type { PayloadRequest } from 'payload'
import { queryInTransaction, sql } from '@/database/query'
import { type Locale, locales } from '@/i18n/locales'
import type { Localized } from '@/i18n/localized'
import type { Winner } from '@/merge/merge'
import type { Article } from '@/payload-types'
import { lockDocument } from '@/publishing/write/one-language'
import { onlineState } from '@/publishing/write/published-state'
import type { Body } from '@/richtext/nodes'
import { type PictureIds, remotePicturesIn } from '../pictures/pictures'
import { textsInOrder } from '../plan/article-texts'
import { type Decision, decide } from '../plan/decision'
import type { Item, KeptBlock, PlannedArticle, PlannedText } from '../plan/import-plan'
import { blocksIn, blocksOf } from './blocks'
import { type KeptFile, keepFiles, keptFilesOf } from './sources'
import { type SharedFields, saveText } from './text'
import {
  type Shared,
  sharedOfKept,
  stateOfDocument,
  stateOfKept,
  stateOfText,
  type Terms,
} from './text-state'

/** What became of one file: taken, left as it is, or not taken, and why. */
export type Outcome =
  | { locale: Locale; does: 'created' | 'updated' | 'unchanged' }
  | { locale: Locale; does: 'conflict'; item: Item }

export type ArticleSurroundings = {
  winner: Winner | undefined
  /** The language of the site whose posts are the originals. */
  defaultLocale: string
  terms: Terms
  /** The article's authors and tags, as the plan has them. */
  shared: Shared
  pictures: PictureIds
  /** The files that are as an export wrote them. */
  exported: ReadonlySet<string>
  bytesOf: (file: string) => Uint8Array
}

/**
 * Writes one article in its languages, in the transaction of the request: what is new, what has changed in its file,
 * and nothing that an editor has changed since.
 * @throws TextRefused
 */
export async function applyArticle(
  req: PayloadRequest,
  article: PlannedArticle,
  surroundings: ArticleSurroundings,
): Promise<Outcome[]> {
  const present = await presentArticle(req, article)
  const kept = await keptFilesOf(req, article.importPath)
  const outcomes: Outcome[] = []
  let id = present.id
  for (const [locale, text] of textsInOrder(article)) {
    const decision = decisionOn({ locale, text, present, kept }, surroundings)
    const doc = present.docs[locale]
    switch (decision.does) {
      case 'conflict':
        outcomes.push({ locale, does: 'conflict', item: conflict(text, decision.fields) })
        break
      case 'leave':
        outcomes.push({ locale, does: 'unchanged' })
        break
      case 'adopt':
        await keep(req, { article, locale, text, blocks: blocksIn(doc?.body as Body, text) }, surroundings)
        outcomes.push({ locale, does: 'unchanged' })
        break
      default: {
        const shared = sharedFields(article, locale, present.sourceLocale, surroundings)
        const goesOffline = text.draft && present.online.has(locale)
        const pictures = new Map([...(doc ? remotePicturesIn(doc) : []), ...surroundings.pictures])
        const saved = await saveText(req, { id, article, locale, text, shared, goesOffline }, pictures)
        id = saved.id
        await keep(req, { article, locale, text, blocks: blocksOf(saved.body as Body, text) }, surroundings)
        outcomes.push({ locale, does: decision.does === 'create' ? 'created' : 'updated' })
      }
    }
  }
  return outcomes
}

type Present = {
  id: string | undefined
  sourceLocale: Locale | undefined
  online: ReadonlySet<Locale>
  /** The newest version of each language that has words. */
  docs: Localized<Article>
}

/** Reads the article as it is, after waiting for whoever writes it, another import included. */
async function presentArticle(req: PayloadRequest, { importPath }: PlannedArticle): Promise<Present> {
  await queryInTransaction(
    req,
    sql`select pg_advisory_xact_lock(hashtextextended(${`import:${importPath}`}, 4))`,
  )
  const [found] = await queryInTransaction<{ id: string }>(
    req,
    sql`select id from articles where import_path = ${importPath}`,
  )
  if (!found) return { id: undefined, sourceLocale: undefined, online: new Set(), docs: {} }
  await lockDocument(req, 'articles', found.id)
  const online = await onlineState(req, 'articles', found.id)
  const docs: Localized<Article> = {}
  let sourceLocale: Locale | undefined
  for (const locale of locales) {
    const doc = await req.payload.findByID({
      collection: 'articles',
      id: found.id,
      locale,
      fallbackLocale: false,
      depth: 0,
      draft: true,
      req,
    })
    sourceLocale = doc.sourceLocale ?? undefined
    if (doc.title || doc.body) docs[locale] = doc
  }
  return { id: found.id, sourceLocale, online: new Set(online.map((one) => one.locale)), docs }
}

function decisionOn(
  {
    locale,
    text,
    present,
    kept,
  }: {
    locale: Locale
    text: PlannedText
    present: Present
    kept: readonly KeptFile[]
  },
  { winner, terms, shared, exported }: ArticleSurroundings,
): Decision {
  const file = kept.find((one) => one.locale === locale)
  const doc = present.docs[locale]
  // The file of a translation that was written here was never imported, and may come from an export.
  const sameFile = file ? file.sha256 === text.sha256 : exported.has(text.file)
  // Authors and tags belong to both languages: the file of the source's language speaks for them.
  const speaks = present.sourceLocale === locale
  const math = text.dialect.math ?? false
  const sourceFirst = file ? [file, ...kept.filter((one) => one !== file)] : []
  return decide({
    base: file && stateOfKept(file, math, speaks ? sharedOfKept(sourceFirst, math, terms) : undefined),
    ours: doc && stateOfDocument(doc, present.online.has(locale), speaks),
    theirs: stateOfText(text, speaks ? shared : undefined),
    sameFile,
    winner,
  })
}

function conflict({ file }: PlannedText, fields: string[]): Item {
  const message =
    `Changed here since it was imported last (${fields.join(', ')}), and the file has changed too. ` +
    'Import again with --theirs to take the file, or with --ours to stay with what is here.'
  return { file, line: 1, code: 'conflict', message }
}

/**
 * What both languages share goes in with the source's language. A translation that was imported before its original
 * was the source until now.
 */
function sharedFields(
  { sourceLocale }: PlannedArticle,
  locale: Locale,
  present: Locale | undefined,
  { shared, defaultLocale }: ArticleSurroundings,
): SharedFields {
  const decides = locale === sourceLocale && (present === locale || locale === defaultLocale)
  if (present !== undefined && !decides) return {}
  return { sourceLocale, authors: [...shared.authors], tags: [...shared.tags] }
}

async function keep(
  req: PayloadRequest,
  {
    article,
    locale,
    text,
    blocks,
  }: {
    article: PlannedArticle
    locale: Locale
    text: PlannedText
    blocks: KeptBlock[]
  },
  { bytesOf }: ArticleSurroundings,
): Promise<void> {
  const { file: path, frontMatterText: frontMatter } = text
  const { importPath } = article
  await keepFiles(req, [{ path, locale, importPath, frontMatter, bytes: bytesOf(path), blocks }])
}
