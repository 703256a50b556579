import { type Locale, locales as ours } from '@/i18n/locales'
import { type Localized, localizedEntries } from '@/i18n/localized'
import { AuthorLedger } from '../../format/authors'
import { byCodeUnit } from '../../format/by-code-unit'
import { blogFolder, isPost, oldAddress, placeInBlog } from '../../format/post-path'
import { defaultLocaleOf } from '../../format/site-locale'
import { fieldLine, type PostSource, type ReadPost, readOrRefused } from '../post/read-post'
import { differences } from './compare-texts'
import type { ImportPlan, Item, PlannedArticle, PlannedText, PlanOptions, SiteFile } from './import-plan'
import { authorsIn, filesToKeep, type SiteFiles, tagsIn } from './plan-site-files'
import { inOrder } from './report'
import { type AlignedTags, alignTags, type TaggedPost } from './tags'

/** The languages of one post, read. */
type ReadArticle = { relative: string; posts: Localized<ReadPost> }

/**
 * Reads the files of a Docusaurus site into what is to be imported. Pure: the same files give the same plan, in
 * whatever order they come. What is wrong with one file refuses that file alone.
 */
export function planImport(given: readonly SiteFile[], options: PlanOptions = {}): ImportPlan {
  const site = siteOf(given, options)
  const { locales, defaultLocale } = site
  const report: Report = { refused: [], warnings: [] }
  const read = articlesOf(sourcesOf(site, options), options.read, report)
  const order = [...locales].sort(
    (one, other) => Number(other === defaultLocale) - Number(one === defaultLocale),
  )
  refuseDoubleSlugs(read, order, report)
  const { authors, refused: refusedAuthors } = authorsIn(site)
  const { wordings, refused: refusedTags } = tagsIn(site)
  report.refused.push(...refusedAuthors, ...refusedTags)
  const ledger = new AuthorLedger(authors, order)
  const known = read.flatMap((article) =>
    withAuthors(article, order, ledger, options.strict === true, report),
  )
  const tags = alignTags(byDate(known.map((article) => taggedPost(article))), wordings)
  report.warnings.push(...tags.warnings)
  for (const article of known) warnAbout(article, { order, defaultLocale }, report)
  const articles = known.map((article) => plannedArticle(article, { tags, defaultLocale }))
  return {
    defaultLocale,
    authors: ledger.planned,
    tags: tags.tags,
    articles,
    redirects: articles.flatMap(redirectsTo(locales, defaultLocale)),
    siteFiles: filesToKeep(site),
    refused: inOrder(report.refused),
    warnings: inOrder(report.warnings),
  }
}

type Report = { refused: Item[]; warnings: Item[] }

/** An article with its source language and the slugs of its authors. */
type KnownArticle = ReadArticle & { sourceLocale: Locale; authors: string[] }

function siteOf(given: readonly SiteFile[], options: PlanOptions): SiteFiles {
  const files = [...given].sort((one, other) => byCodeUnit(one.path, other.path))
  const locales = options.locales ?? ours
  return { files, locales, defaultLocale: options.defaultLocale ?? defaultLocaleOf(files, locales) }
}

/** A file that is a post in a language to take: what reads it, or why it was not read. */
type PostFile = { file: string; relative: string; locale: Locale } & (
  | { source: PostSource }
  | { refused: { code: string; message: string } }
)

function sourcesOf({ files, ...languages }: SiteFiles, { assets, math = false }: PlanOptions): PostFile[] {
  const known = new Set(assets ?? [])
  return files.flatMap((file): PostFile[] => {
    const place = placeInBlog(file.path, languages)
    if (!place || !isPost(place.relative)) return []
    const { locale, relative } = place
    const post = { file: file.path, relative, locale }
    if ('refused' in file) return [{ ...post, refused: file.refused }]
    return [{ ...post, source: { file: file.path, relative, bytes: file.bytes, assets: known, math } }]
  })
}

/** The posts that a plan of these files reads, so that somebody else may read them before. */
export const postsToRead = (given: readonly SiteFile[], options: PlanOptions = {}): PostSource[] =>
  sourcesOf(siteOf(given, options), options).flatMap((post) => ('source' in post ? [post.source] : []))

function articlesOf(posts: readonly PostFile[], read: PlanOptions['read'], report: Report): ReadArticle[] {
  const articles = new Map<string, ReadArticle>()
  for (const post of posts) {
    const { file, relative, locale } = post
    const found =
      'refused' in post ? { line: 1, ...post.refused } : (read?.get(file) ?? readOrRefused(post.source))
    if (!('text' in found)) {
      const { line, code, message } = found
      report.refused.push({ file, line, code, message })
      continue
    }
    const article = articles.get(relative) ?? { relative, posts: {} }
    article.posts[locale] = found
    articles.set(relative, article)
    report.warnings.push(...found.warnings)
  }
  return [...articles.values()].sort((one, other) => byCodeUnit(one.relative, other.relative))
}

/** Of two posts with one address in one language the first path keeps it. */
function refuseDoubleSlugs(articles: readonly ReadArticle[], order: readonly Locale[], report: Report) {
  for (const locale of order) {
    const taken = new Map<string, string>()
    for (const { posts } of articles) {
      const post = posts[locale]
      if (!post) continue
      const first = taken.get(post.text.slug)
      if (first === undefined) {
        taken.set(post.text.slug, post.text.file)
        continue
      }
      delete posts[locale]
      dropWarnings(post.text.file, report)
      report.refused.push({
        file: post.text.file,
        line: fieldLine(post, 'slug'),
        code: 'duplicate-slug',
        message: `Expected a slug of its own, found \`${post.text.slug}\`, which is that of ${first}. Give it another \`slug\`.`,
      })
    }
  }
}

function dropWarnings(file: string, report: Report) {
  report.warnings = report.warnings.filter((warning) => warning.file !== file)
}

function withAuthors(
  article: ReadArticle,
  order: readonly Locale[],
  ledger: AuthorLedger,
  strict: boolean,
  report: Report,
): KnownArticle[] {
  const bylines: Localized<string[]> = {}
  for (const locale of order) {
    const post = article.posts[locale]
    if (!post) continue
    const { slugs, unknown } = ledger.of(post, locale)
    bylines[locale] = slugs
    for (const key of unknown) {
      const item = {
        file: post.text.file,
        line: fieldLine(post, 'authors'),
        code: 'unknown-author',
        message: `Expected an author of authors.yml, found \`${key}\`. Introduce them there.`,
      }
      if (strict) {
        delete article.posts[locale]
        dropWarnings(post.text.file, report)
        report.refused.push(item)
        break
      }
      report.warnings.push(item)
    }
  }
  const sourceLocale = order.find((locale) => article.posts[locale])
  return sourceLocale === undefined
    ? []
    : [{ ...article, sourceLocale, authors: bylines[sourceLocale] ?? [] }]
}

function taggedPost({ relative, posts, sourceLocale }: KnownArticle): TaggedPost & { date: string } {
  const tagged: TaggedPost = { importPath: `${blogFolder}/${relative}`, sourceLocale, labels: {}, place: {} }
  for (const [locale, post] of localizedEntries(posts)) {
    tagged.labels[locale] = post.labels.map(({ label }) => label)
    tagged.place[locale] = { file: post.text.file, line: fieldLine(post, 'tags') }
  }
  return { ...tagged, date: posts[sourceLocale]?.text.publishedAt ?? '' }
}

const byDate = (posts: (TaggedPost & { date: string })[]) =>
  [...posts].sort(
    (one, other) => byCodeUnit(one.date, other.date) || byCodeUnit(one.importPath, other.importPath),
  )

function warnAbout(
  { posts, relative, sourceLocale }: KnownArticle,
  site: { order: readonly Locale[]; defaultLocale: string },
  report: Report,
) {
  const source = posts[sourceLocale]
  if (!source) return
  for (const [locale, post] of localizedEntries(posts)) {
    const { file } = post.text
    for (const { label, numeric } of post.labels) {
      if (!numeric) continue
      const message = `The tag ${label} is a number here: kept as one in the file, and shown as a word.`
      report.warnings.push({ file, line: fieldLine(post, 'tags'), code: 'numeric-tag', message })
    }
    if (locale === sourceLocale) continue
    report.warnings.push(...differences(source, post).map((difference) => ({ file, ...difference })))
  }
  if (sourceLocale !== site.defaultLocale && site.order.some((locale) => locale === site.defaultLocale)) {
    report.warnings.push({
      file: source.text.file,
      line: 1,
      code: 'translation-orphaned',
      message: `Expected the original at ${blogFolder}/${relative}, found none. It becomes an article of its own.`,
    })
    return
  }
  for (const locale of site.order.filter((other) => !posts[other])) {
    report.warnings.push({
      file: source.text.file,
      line: 1,
      code: 'translation-missing',
      message: `This post has no translation that can be taken in the language \`${locale}\`.`,
    })
  }
}

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

/** Docusaurus shows the default language's text where there is no translation: so does its old address. */
const redirectsTo =
  (locales: readonly Locale[], defaultLocale: string) =>
  ({ importPath, sourceLocale, texts }: PlannedArticle): ImportPlan['redirects'] => {
    const own = localizedEntries(texts).flatMap(([locale, { oldAddresses }]) =>
      oldAddresses.map((from) => ({ from, importPath, locale })),
    )
    const source = texts[sourceLocale]
    const [address] = source?.oldAddresses ?? []
    if (sourceLocale !== defaultLocale || address === undefined) return own
    const untranslated = locales.filter((locale) => !texts[locale])
    return [
      ...own,
      ...untranslated.map((locale) => ({ from: `/${locale}${address}`, importPath, locale: sourceLocale })),
    ]
  }
