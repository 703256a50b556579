import type { ExportArticle, ExportSite, ExportText, KeptPost } from '@/docusaurus/export/plan/export-plan'
import { planExport } from '@/docusaurus/export/plan/planner'
import type { SiteFile } from '@/docusaurus/format/site-file'
import { textsInOrder } from '@/docusaurus/import/plan/article-texts'
import type { PlannedArticle, PlannedText } from '@/docusaurus/import/plan/import-plan'
import type { PlanOptions } from '@/docusaurus/import/plan/plan'
import { planImport } from '@/docusaurus/import/plan/plan'
import { unpackBody } from '@/docusaurus/import/post/packed-body'
import { readSite } from '@/docusaurus/import/read/read-site'
import { isLocale, type Locale } from '@/i18n/locales'
import { sha256Of } from '@/sha256'

/** The content of the CMS after a site was imported, as an export reads it. */
export type Imported = {
  site: ExportSite
  articles: { article: ExportArticle; kept: KeptPost[] }[]
  /** The files that were imported, by path. */
  given: Map<string, string>
}

/** Imports files in memory. */
export function importedFrom(files: readonly SiteFile[], options: PlanOptions = {}): Imported {
  const plan = planImport(files, options)
  const given = new Map(files.flatMap((file) => ('bytes' in file ? [[file.path, textOf(file.bytes)]] : [])))
  const shown = plan.articles.flatMap((article) =>
    textsInOrder(article).flatMap(([, text]) => localFiles(text)),
  )
  return {
    given,
    articles: plan.articles.map((article, index) => ({
      article: articleOf(article, index),
      kept: textsInOrder(article).map(([locale, text]) => keptOf(article, locale, text, given)),
    })),
    site: {
      defaultLocale: isLocale(plan.defaultLocale) ? plan.defaultLocale : undefined,
      math: options.math ?? false,
      authors: plan.authors.map(({ slug, name, title, biography, picture, links }) => ({
        id: slug,
        slug,
        name,
        title,
        biography,
        picture: null,
        pictureAddress: picture?.startsWith('/') ? null : (picture ?? null),
        links: links.flatMap(({ label, href }) => (href.startsWith('http') ? [{ label, url: href }] : [])),
      })),
      tags: plan.tags.map(({ key, ...tag }) => ({ id: key, ...tag })),
      pictures: shown.map((file) => ({
        id: file,
        name: file.split('/').at(-1) ?? '',
        sha256: sha256Of(file),
        alt: {},
      })),
      keptPictures: new Map(shown.map((file) => [file, sha256Of(file)])),
      files: plan.siteFiles.flatMap(({ path, locale, bytes }) =>
        isLocale(locale) ? [{ path, locale, bytes }] : [],
      ),
      places: new Map(
        plan.articles.map(({ importPath }, index) => [String(index), importPath.slice('blog/'.length)]),
      ),
      pageOf: () => undefined,
    },
  }
}

/** Imports a folder in memory. */
export async function importedFolder(dir: string, options: PlanOptions = {}): Promise<Imported> {
  const { files, assets } = await readSite(dir)
  return importedFrom(files, { ...options, assets })
}

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')

const localFiles = ({ pictures, hero }: PlannedText) => [
  ...pictures.map(({ file }) => file),
  ...(hero?.file ? [hero.file] : []),
]

const idOfBlock = (index: number) => `block-${index}`

function articleOf(
  { importPath, sourceLocale, authors, texts }: PlannedArticle,
  index: number,
): ExportArticle {
  const tags = [
    ...new Set(
      textsInOrder({ importPath, sourceLocale, authors, texts }).flatMap(([, text]) =>
        text.tags.map(({ key }) => key),
      ),
    ),
  ]
  return {
    id: String(index),
    importPath,
    sourceLocale,
    createdAt: '2026-01-01T00:00:00.000Z',
    authors,
    tags,
    texts: Object.fromEntries(Object.entries(texts).map(([locale, text]) => [locale, exportText(text)])),
  }
}

const exportText = (text: PlannedText): ExportText => ({
  title: text.title,
  slug: text.slug,
  description: text.description ?? null,
  // The database and the editor give a body back as JSON, with an id for each block.
  nodes: JSON.parse(
    JSON.stringify(
      unpackBody(text.body).root.children.map((node, at) => ({
        ...node,
        $: { ...node.$, blockId: idOfBlock(at) },
      })),
    ),
  ),
  hero: { picture: text.hero?.file ?? null, address: text.hero?.address ?? null },
  keywords: text.keywords,
  publishedAt: text.publishedAt,
  updatedAt: text.updatedAt ?? null,
  unlisted: text.unlisted,
  draft: text.draft,
  ahead: false,
})

const keptOf = (
  { importPath }: PlannedArticle,
  locale: Locale,
  text: PlannedText,
  given: Map<string, string>,
): KeptPost => ({
  path: text.file,
  importPath,
  locale,
  bytes: Buffer.from(given.get(text.file) ?? ''),
  frontMatter: text.frontMatterText,
  blocks: text.blocks.map(({ byteStart, byteEnd, fingerprint }, at) => ({
    blockId: idOfBlock(at),
    start: byteStart,
    end: byteEnd,
    fingerprint,
  })),
})

/** Every file of an export, by path. */
export function filesOfExport({ site, articles }: Pick<Imported, 'site' | 'articles'>): Map<string, string> {
  const planner = planExport(site)
  const posts = articles.flatMap(({ article, kept }) => planner.posts(article, kept).files)
  return new Map([...posts, ...planner.rest().files].map(({ path, bytes }) => [path, textOf(bytes)]))
}

/** One article's files after a change, as an export writes them. */
export function filesAfter(
  { site, articles }: Imported,
  index: number,
  change: (article: ExportArticle) => ExportArticle,
): Map<string, string> {
  const one = articles[index]
  if (!one) throw new Error(`Expected an article ${index}.`)
  return filesOfExport({ site, articles: [{ article: change(one.article), kept: one.kept }] })
}
