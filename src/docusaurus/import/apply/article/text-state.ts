import type { Locale } from '@/i18n/locales'
import { fingerprint } from '@/markdown/fingerprint'
import type { Article } from '@/payload-types'
import { rootChildren } from '@/richtext/children'
import type { Body } from '@/richtext/nodes'
import type { TextState } from '../../plan/decision'
import type { PostText } from '../../post/post'

/** Finds authors and tags of the CMS by the words that posts have for them. Answers ids. */
export type Terms = {
  authorOf: (slug: string) => string | undefined
  tagOf: (locale: Locale, label: string) => string | undefined
}

/** The ids of what both languages of an article share. Authors are in order. */
export type Shared = { authors: readonly string[]; tags: readonly string[] }

/** The state of a file. `shared` is left out where the file does not speak for both languages. */
export const stateOfText = (text: PostText, shared?: Shared): TextState => ({
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

/** The state of a document. `published`: whether the language is online, which a newer draft does not tell. */
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

const sharedState = (shared: Shared | undefined): TextState =>
  shared ? { authors: [...new Set(shared.authors)], tags: [...new Set(shared.tags)].sort() } : {}

const idsOf = (references: readonly (string | { id: string })[] | null | undefined) =>
  (references ?? []).map((reference) => (typeof reference === 'string' ? reference : reference.id))
