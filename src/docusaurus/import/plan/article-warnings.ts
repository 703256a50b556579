import type { Locale } from '@/i18n/locales'
import { localizedEntries } from '@/i18n/localized'
import { blogFolder } from '../../format/post-path'
import type { Item } from '../../format/report'
import { fieldLine, type ReadPost } from '../post/post'
import { differences } from './compare-texts'
import type { KnownArticle } from './gathered-articles'

/** Warns of what only the languages of an article together show. `order`: the default language first. */
export function articleWarnings(
  { posts, relative, sourceLocale }: KnownArticle,
  { order, defaultLocale }: { order: readonly Locale[]; defaultLocale: string },
): Item[] {
  const source = posts[sourceLocale]
  if (!source) return []
  const compared = localizedEntries(posts).flatMap(([locale, post]) => [
    ...numericTags(post),
    ...(locale === sourceLocale
      ? []
      : differences(source, post).map((difference) => ({ file: post.text.file, ...difference }))),
  ])
  const warn = (code: string, message: string) => ({ file: source.text.file, line: 1, code, message })
  if (sourceLocale !== defaultLocale && order.some((locale) => locale === defaultLocale)) {
    const message = `Expected the original at ${blogFolder}/${relative}, found none. It becomes an article of its own.`
    return [...compared, warn('translation-orphaned', message)]
  }
  const missing = order.filter((locale) => !posts[locale])
  return [
    ...compared,
    ...missing.map((locale) =>
      warn(
        'translation-missing',
        `This post has no translation that can be taken in the language \`${locale}\`.`,
      ),
    ),
  ]
}

const numericTags = (post: ReadPost): Item[] =>
  post.labels
    .filter(({ numeric }) => numeric)
    .map(({ label }) => ({
      file: post.text.file,
      line: fieldLine(post, 'tags'),
      code: 'numeric-tag',
      message: `The tag ${label} is a number here: kept as one in the file, and shown as a word.`,
    }))
