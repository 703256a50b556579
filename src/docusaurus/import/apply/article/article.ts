import type { PayloadRequest } from 'payload'
import type { Locale } from '@/i18n/locales'
import type { Winner } from '@/merge/merge'
import type { Body } from '@/richtext/nodes'
import type { KeptBlock } from '../../../format/kept-block'
import type { Item } from '../../../format/report'
import { type PictureIds, remotePicturesIn } from '../../pictures/body-pictures'
import { textsInOrder } from '../../plan/article-texts'
import { type Decision, decide } from '../../plan/decision'
import type { PlannedArticle, PlannedText } from '../../plan/import-plan'
import { type KeptFile, keepFiles, keptFilesOf } from '../sources'
import { blocksIn, blocksOf } from './blocks'
import { type KeptStates, keptStates } from './kept-states'
import { type PresentArticle, presentArticle } from './present'
import { type SharedFields, saveText } from './text'
import { type Shared, stateOfDocument, stateOfText, type Terms } from './text-state'

/** The outcome of one file: it was taken, left as it is, or not taken because both sides have changed. */
export type Outcome =
  | { locale: Locale; does: 'created' | 'updated' | 'unchanged' }
  | { locale: Locale; does: 'conflict'; item: Item }

export type ArticleSurroundings = {
  winner: Winner | undefined
  /** The language of the site whose posts are the originals. */
  defaultLocale: string
  terms: Terms
  /** The article's authors and tags as the plan has them. */
  shared: Shared
  pictures: PictureIds
  /** The files that are as an export wrote them. */
  exported: ReadonlySet<string>
  bytesOf: (file: string) => Uint8Array
}

/**
 * Writes one article in its languages, in the transaction of the request. It writes what is new and what has changed in
 * its file, and nothing that an editor has changed since.
 * @throws TextRefused
 */
export async function applyArticle(
  req: PayloadRequest,
  article: PlannedArticle,
  surroundings: ArticleSurroundings,
): Promise<Outcome[]> {
  const present = await presentArticle(req, article)
  const kept = await keptFilesOf(req, article.importPath)
  const texts = textsInOrder(article)
  const posts = keptStates(texts.some(([, { dialect }]) => dialect.math))
  const outcomes: Outcome[] = []
  let id = present.id
  for (const [locale, text] of texts) {
    const decision = decisionOn({ locale, text, present, kept, posts }, surroundings)
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

type Compared = {
  locale: Locale
  text: PlannedText
  present: PresentArticle
  kept: readonly KeptFile[]
  posts: KeptStates
}

function decisionOn(
  { locale, text, present, kept, posts }: Compared,
  { winner, terms, shared, exported }: ArticleSurroundings,
): Decision {
  const file = kept.find((one) => one.locale === locale)
  const doc = present.docs[locale]
  // The file of a translation that was written here was never imported, and may come from an export.
  const sameFile = file ? file.sha256 === text.sha256 : exported.has(text.file)
  // Authors and tags belong to both languages: the file of the source's language speaks for them.
  const speaks = present.sourceLocale === locale
  const baseOf = (one: KeptFile) => {
    const sourceFirst = [one, ...kept.filter((other) => other !== one)]
    return posts.stateOf(one, speaks ? posts.sharedBy(sourceFirst, terms) : undefined)
  }
  return decide({
    // A new text and an unchanged file are compared with nothing, so the kept file need not be read.
    base: file && doc && !sameFile ? baseOf(file) : undefined,
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
 * The fields that both languages share. They are saved with the source's language. A translation that was imported
 * before its original was the source until now.
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
    article: { importPath },
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
  const { file: path, frontMatterText: frontMatter, sha256 } = text
  await keepFiles(req, [{ path, locale, importPath, frontMatter, bytes: bytesOf(path), sha256, blocks }])
}
