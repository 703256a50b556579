import type { Locale } from '@/i18n/locales'
import { type Localized, localizedEntries } from '@/i18n/localized'
import { textOf } from '@/markdown/mdast'
import { nodeToMdast } from '@/markdown/write/to-mdast'
import type { LexicalNode } from '@/richtext/nodes'
import { type SplitFile, splitFrontMatter } from '../../format/front-matter'
import type { Item } from '../../format/report'
import { bodyText } from './body/body'
import { addressed } from './body/nodes'
import type { ExportArticle, ExportSite, ExportText, KeptPost } from './export-plan'
import { patchedFrontMatter } from './front-matter/front-matter'
import { newFrontMatter } from './front-matter/new-front-matter'
import { authorItems, type SharedChange, sharedChange, tagItems } from './front-matter/shared'
import type { PicturePlaces } from './pictures'
import { folderOf } from './places'
import type { ExportTerms } from './terms'

/** The site that posts are written for, and the terms and pictures that gather while they are written. */
export type Exporting = { site: ExportSite; terms: ExportTerms; pictures: PicturePlaces }

export type ExportedPost = { path: string; bytes: Uint8Array; warnings: Item[] }

/** The files of one article, one for each of its languages. */
export function exportedPosts(
  article: ExportArticle,
  kept: readonly KeptPost[],
  relative: string,
  exporting: Exporting,
): ExportedPost[] {
  const split: Localized<SplitFile> = {}
  for (const { locale, frontMatter } of kept) if (frontMatter) split[locale] = splitFrontMatter(frontMatter)
  const fields = localizedEntries(split).map(([locale, { fields }]) => ({ locale, fields }))
  const change = sharedChange(article, fields, exporting.terms)
  return localizedEntries(article.texts).map(([locale, text]) => {
    const file = kept.find((one) => one.locale === locale)
    const path = file?.path ?? `${folderOf(locale, exporting.site.defaultLocale)}/${relative}`
    const sibling = kept.find((one) => one.locale !== locale)
    return exportedPost(
      { article, locale, text, path, relative, change, file, split: split[locale], sibling },
      exporting,
    )
  })
}

type Post = {
  article: ExportArticle
  locale: Locale
  text: ExportText
  path: string
  relative: string
  change: SharedChange
  file: KeptPost | undefined
  split: SplitFile | undefined
  sibling: KeptPost | undefined
}

function exportedPost(post: Post, { site, terms, pictures }: Exporting): ExportedPost {
  const { article, locale, text, path, relative, file, split, sibling } = post
  const nodes = addressed(text.nodes, { pictures, site, locale, file: path, relative })
  const image = pictures.heroOf(text.hero, path)
  const frontMatter = split
    ? patchedFrontMatter(
        split,
        { ...text, image, ...shared(post, split, terms) },
        { relative, contentTitle: split.fields.title?.trim() ? undefined : contentTitle(nodes) },
      )
    : newFrontMatter(text, { article, locale, relative, image, terms })
  const body = bodyText(nodes, {
    kept: keptBody(file, split),
    ...(sibling ? { like: sourceOf(sibling) } : {}),
    math: site.math,
  })
  const warn = (code: string, message: string) => ({ file: path, line: 1, code, message })
  return {
    path,
    bytes: Buffer.concat([Buffer.from(apart(frontMatter, body.bytes)), body.bytes]),
    warnings: [
      ...(text.title
        ? []
        : [warn('no-title', 'This text has no title, which Docusaurus takes from the file name.')]),
      ...(text.ahead
        ? [warn('not-online', 'Readers see an older text: the newest one, exported here, is not published.')]
        : []),
      ...(body.proved
        ? []
        : [warn('not-proved', 'Markdown has no exact words for what this text holds. Look at this file.')]),
    ],
  }
}

function shared({ article, locale, change }: Post, { fields }: SplitFile, terms: ExportTerms) {
  const authors = authorItems(fields, { article, locale, terms, change })
  const tags = tagItems(fields, { locale, terms, change })
  return { ...(authors ? { authors } : {}), ...(tags ? { tags } : {}) }
}

/** The kept body of a file. Undefined where its bytes were not kept. */
function keptBody(file: KeptPost | undefined, split: SplitFile | undefined) {
  if (!file || !split || file.bytes.length === 0) return undefined
  return { bytes: file.bytes, start: Buffer.byteLength(split.frontMatterText), blocks: file.blocks }
}

const sourceOf = ({ bytes, frontMatter }: KeptPost) =>
  Buffer.from(bytes.subarray(Buffer.byteLength(frontMatter ?? ''))).toString('utf8')

/** Front matter that ended its file has no line ending, and needs one before a body. */
const apart = (frontMatter: string, body: Uint8Array) =>
  body.length > 0 && !frontMatter.endsWith('\n') ? `${frontMatter}\n` : frontMatter

/** The text of the heading of level 1 that begins a body. */
function contentTitle(nodes: readonly LexicalNode[]): string | undefined {
  const first = nodes.find((node) => node.type !== 'block' || node.fields.blockType !== 'rawMdx')
  if (first?.type !== 'heading' || first.tag !== 'h1') return undefined
  const [heading] = nodeToMdast(first)
  return heading ? textOf(heading).trim() || undefined : undefined
}
