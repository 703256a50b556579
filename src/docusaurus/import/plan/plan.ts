import type { Locale } from '@/i18n/locales'
import { type Localized, localizedEntries } from '@/i18n/localized'
import { byCodeUnit } from '../../format/by-code-unit'
import { blogFolder, oldAddress } from '../../format/post-path'
import { inOrder } from '../../format/report'
import type { SiteFile } from '../../format/site-file'
import { defaultFirst } from '../../format/site-locale'
import { fieldLine, type PostSource, type ReadOutcome } from '../post/post'
import { readOrRefused } from '../post/read-post'
import { type AlignedTags, alignTags, type TaggedPost } from './aligned-tags'
import { articleWarnings } from './article-warnings'
import { AuthorLedger } from './author-ledger'
import {
  gatherArticles,
  type KnownArticle,
  knownArticles,
  type PlanReport,
  refuseDoubleSlugs,
} from './gathered-articles'
import type { ImportPlan, PlannedArticle, PlannedText } from './import-plan'
import { authorsIn, filesToKeep, tagsIn } from './site-files'
import { type SiteOptions, type SitePosts, sitePosts } from './site-posts'

export type PlanOptions = SiteOptions & {
  /** Refuses a post whose author nobody introduces. */
  strict?: boolean
}

/**
 * Plans the import of a site from its files, and reads the posts itself. The same files give the same plan, in
 * whatever order they come.
 */
export const planImport = (files: readonly SiteFile[], options: PlanOptions = {}): ImportPlan =>
  planOf(sitePosts(files, options), readOrRefused, options)

/** Plans the import of a site. What is wrong with one file refuses that file alone. */
export function planOf(
  site: SitePosts,
  read: (source: PostSource) => ReadOutcome,
  { strict = false }: Pick<PlanOptions, 'strict'> = {},
): ImportPlan {
  const { locales, defaultLocale } = site
  const order = defaultFirst(locales, defaultLocale)
  const report: PlanReport = { refused: [], warnings: [] }
  const articlesRead = gatherArticles(site, read, report)
  refuseDoubleSlugs(articlesRead, order, report)
  const { authors, refused: refusedAuthors } = authorsIn(site)
  const { wordings, refused: refusedTags } = tagsIn(site)
  report.refused.push(...refusedAuthors, ...refusedTags)
  const ledger = new AuthorLedger(authors, order)
  const introduced = ledger.planned
  const known = knownArticles(articlesRead, { order, ledger, strict }, report)
  const tags = alignTags(byDate(known.map(taggedPost)), wordings)
  report.warnings.push(...tags.warnings)
  for (const article of known) report.warnings.push(...articleWarnings(article, { order, defaultLocale }))
  const articles = known.map((article) => plannedArticle(article, { tags, defaultLocale }))
  return {
    defaultLocale,
    authors: ledger.planned,
    introduced,
    tags: tags.tags,
    articles,
    redirects: articles.flatMap((article) => redirectsTo(article, { locales, defaultLocale })),
    siteFiles: filesToKeep(site),
    refused: inOrder(report.refused),
    warnings: inOrder(report.warnings),
  }
}

function taggedPost({ relative, posts, sourceLocale }: KnownArticle): TaggedPost & { date: string } {
  const tagged: TaggedPost = { importPath: `${blogFolder}/${relative}`, sourceLocale, labels: {}, place: {} }
  for (const [locale, post] of localizedEntries(posts)) {
    tagged.labels[locale] = post.labels.map(({ label }) => label)
    tagged.place[locale] = { file: post.text.file, line: fieldLine(post, 'tags') }
  }
  return { ...tagged, date: posts[sourceLocale]?.text.publishedAt ?? '' }
}

const byDate = (posts: readonly (TaggedPost & { date: string })[]) =>
  [...posts].sort(
    (one, other) => byCodeUnit(one.date, other.date) || byCodeUnit(one.importPath, other.importPath),
  )

function plannedArticle(
  { relative, posts, sourceLocale, authors }: KnownArticle,
  { tags, defaultLocale }: { tags: AlignedTags; defaultLocale: string },
): PlannedArticle {
  const texts: Localized<PlannedText> = {}
  for (const [locale, { text, labels, address }] of localizedEntries(posts)) {
    texts[locale] = {
      ...text,
      tags: labels.map(({ label }) => ({ key: tags.keyOf(locale, label), label })),
      oldAddresses: [oldAddress(address, locale, defaultLocale)],
    }
  }
  return { importPath: `${blogFolder}/${relative}`, sourceLocale, authors, texts }
}

/**
 * The old addresses of an article. Where a translation was missing, Docusaurus showed the text of the default language
 * at the translation's address, so that address leads to that text.
 */
function redirectsTo(
  { importPath, sourceLocale, texts }: PlannedArticle,
  { locales, defaultLocale }: { locales: readonly Locale[]; defaultLocale: string },
): ImportPlan['redirects'] {
  const own = localizedEntries(texts).flatMap(([locale, { oldAddresses }]) =>
    oldAddresses.map((from) => ({ from, importPath, locale })),
  )
  const [address] = texts[sourceLocale]?.oldAddresses ?? []
  if (sourceLocale !== defaultLocale || address === undefined) return own
  const untranslated = locales.filter((locale) => !texts[locale])
  return [
    ...own,
    ...untranslated.map((locale) => ({ from: `/${locale}${address}`, importPath, locale: sourceLocale })),
  ]
}
