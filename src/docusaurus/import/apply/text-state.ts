import type { Locale } from '@/i18n/locales'
import { fingerprint } from '@/markdown/fingerprint'
import type { Article } from '@/payload-types'
import { rootChildren } from '@/richtext/children'
import type { Body } from '@/richtext/nodes'
import { blogFolder } from '../../format/post-path'
import { Refusal } from '../../format/refusal'
import { tagSlug } from '../../format/tag-slug'
import type { TextState } from '../plan/decision'
import type { PlannedText } from '../plan/import-plan'
import { type ReadPost, readPost } from '../post/read-post'
import type { KeptFile } from './sources'

/** What the parts of an article are in the CMS: authors and tags by what posts call them. */
export type Terms = {
  authorOf: (slug: string) => string | undefined
  tagOf: (locale: Locale, label: string) => string | undefined
}

/** The ids of what both languages share. Authors are in order. */
export type Shared = { authors: readonly string[]; tags: readonly string[] }

type Comparable = Pick<
  PlannedText,
  | 'title'
  | 'slug'
  | 'description'
  | 'keywords'
  | 'publishedAt'
  | 'updatedAt'
  | 'unlisted'
  | 'draft'
  | 'hero'
  | 'blocks'
>

export const stateOfText = (text: Comparable, shared?: Shared): TextState => ({
  title: text.title,
  slug: text.slug,
  description: text.description || null,
  picture: text.hero?.address ?? null,
  keywords: text.keywords,
  date: text.publishedAt,
  'date of the update': text.updatedAt ?? null,
  unlisted: text.unlisted,
  published: !text.draft,
  text: text.blocks.map((block) => block.fingerprint),
  ...sharedState(shared),
})

/** `published`: whether the language is online, which a newer draft does not say. */
export const stateOfDocument = (doc: Article, published: boolean, withShared: boolean): TextState => ({
  title: doc.title ?? null,
  slug: doc.slug ?? null,
  description: doc.description || null,
  picture: doc.hero?.address ?? null,
  keywords: doc.keywords ?? [],
  date: doc.publishedAt ?? null,
  'date of the update': doc.contentUpdatedAt ?? null,
  unlisted: doc.unlisted ?? false,
  published,
  text: rootChildren(doc.body as Body | null | undefined).map((node) => fingerprint(node)),
  ...sharedState(withShared ? { authors: idsOf(doc.authors), tags: idsOf(doc.tags) } : undefined),
})

/**
 * What a file said when it was last imported: its fields from its kept bytes, its text from the fingerprints that
 * its blocks had then. Undefined where the kept bytes would be refused today.
 */
export function stateOfKept(kept: KeptFile, math: boolean, shared?: Shared): TextState | undefined {
  const post = postOf(kept, math)
  return post && { ...stateOfText(post.text, shared), text: kept.blocks.map((block) => block.fingerprint) }
}

/** The authors and tags of an article as its files named them, that of the source's language first. */
export function sharedOfKept([source, ...others]: readonly KeptFile[], math: boolean, terms: Terms): Shared {
  const posts = [source, ...others].flatMap((kept) => {
    const post = kept && postOf(kept, math)
    return post ? [{ post, locale: kept.locale }] : []
  })
  return {
    authors: posts
      .slice(0, 1)
      .flatMap(({ post }) => bylineSlugs(post).flatMap((slug) => terms.authorOf(slug) ?? [])),
    tags: posts.flatMap(({ post, locale }) =>
      post.labels.flatMap(({ label }) => terms.tagOf(locale, label) ?? []),
    ),
  }
}

function postOf({ path, importPath, bytes }: KeptFile, math: boolean): ReadPost | undefined {
  const relative = importPath.slice(blogFolder.length + 1)
  try {
    return readPost({ file: path, relative, bytes, assets: new Set(), math })
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

const sharedState = (shared: Shared | undefined): TextState =>
  shared ? { authors: [...new Set(shared.authors)], tags: [...new Set(shared.tags)].sort() } : {}

const idsOf = (references: readonly (string | { id: string })[] | null | undefined) =>
  (references ?? []).map((reference) => (typeof reference === 'string' ? reference : reference.id))

function bylineSlugs({ authors, legacyAuthor }: ReadPost): string[] {
  const written = authors ?? (legacyAuthor ? [legacyAuthor] : [])
  return (Array.isArray(written) ? written : [written]).flatMap((author) => {
    if (typeof author === 'string') return author
    const key = 'key' in author && typeof author.key === 'string' ? author.key : undefined
    return key ?? tagSlug(author.name ?? '')
  })
}
