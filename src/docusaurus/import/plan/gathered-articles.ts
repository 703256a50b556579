import type { Locale } from '@/i18n/locales'
import type { Localized } from '@/i18n/localized'
import { byCodeUnit } from '../../format/by-code-unit'
import type { Item } from '../../format/report'
import { fieldLine, type PostSource, type ReadOutcome, type ReadPost } from '../post/post'
import type { AuthorLedger } from './author-ledger'
import type { SitePosts } from './site-posts'

/** A post in the languages that were read. `relative` is its path within the folder of each. */
type ReadArticle = { relative: string; posts: Localized<ReadPost> }

/** A read article with its source language and the slugs of its authors. */
export type KnownArticle = ReadArticle & { sourceLocale: Locale; authors: string[] }

/** The faults and warnings that are found while a site is planned. */
export type PlanReport = { refused: Item[]; warnings: Item[] }

/** Reads the posts of a site and puts the languages of each together. What cannot be read goes to the report. */
export function gatherArticles(
  { posts }: SitePosts,
  read: (source: PostSource) => ReadOutcome,
  report: PlanReport,
): ReadArticle[] {
  const articles = new Map<string, ReadArticle>()
  for (const post of posts) {
    const { file, relative, locale } = post
    const found = 'refused' in post ? { line: 1, ...post.refused } : read(post.source)
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

/** Refuses posts that have the slug of another one in their language. The first path keeps the slug. */
export function refuseDoubleSlugs(
  articles: readonly ReadArticle[],
  order: readonly Locale[],
  report: PlanReport,
): void {
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
      refuse(report, {
        file: post.text.file,
        line: fieldLine(post, 'slug'),
        code: 'duplicate-slug',
        message: `Expected a slug of its own, found \`${post.text.slug}\`, which is that of ${first}. Give it another \`slug\`.`,
      })
    }
  }
}

/**
 * Finds the source language and the authors of articles. An author whom no authors.yml has is a warning; with
 * `strict`, the post is refused.
 */
export function knownArticles(
  articles: readonly ReadArticle[],
  { order, ledger, strict }: { order: readonly Locale[]; ledger: AuthorLedger; strict: boolean },
  report: PlanReport,
): KnownArticle[] {
  return articles.flatMap((article) => {
    const bylines: Localized<string[]> = {}
    for (const locale of order) {
      const post = article.posts[locale]
      if (!post) continue
      const { slugs, unknown } = ledger.of(post, locale)
      bylines[locale] = slugs
      const items = unknown.map((key) => unknownAuthor(key, post))
      const [first] = items
      if (strict && first) {
        delete article.posts[locale]
        refuse(report, first)
      } else report.warnings.push(...items)
    }
    const sourceLocale = order.find((locale) => article.posts[locale])
    return sourceLocale === undefined
      ? []
      : [{ ...article, sourceLocale, authors: bylines[sourceLocale] ?? [] }]
  })
}

const unknownAuthor = (key: string, post: ReadPost): Item => ({
  file: post.text.file,
  line: fieldLine(post, 'authors'),
  code: 'unknown-author',
  message: `Expected an author of authors.yml, found \`${key}\`. Introduce them there.`,
})

/** Nothing is warned of in a file that is refused. */
function refuse(report: PlanReport, item: Item) {
  report.warnings = report.warnings.filter(({ file }) => file !== item.file)
  report.refused.push(item)
}
