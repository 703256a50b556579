import type { Locale } from '@/i18n/locales'
import { blogFolder } from '../../../format/post-path'
import { Refusal } from '../../../format/refusal'
import { tagSlug } from '../../../format/terms/tag-slug'
import { bylinesIn } from '../../plan/author-ledger'
import type { TextState } from '../../plan/decision'
import type { ReadPost } from '../../post/post'
import { readPost } from '../../post/read-post'
import type { KeptFile } from '../sources'
import { type Shared, stateOfText, type Terms } from './text-state'

export type KeptStates = {
  /**
   * The state of a file when it was last imported. Its fields come from its kept bytes, its text from the fingerprints
   * that its blocks had then. Undefined where the kept bytes would be refused today.
   */
  stateOf: (kept: KeptFile, shared: Shared | undefined) => TextState | undefined
  /** The authors and tags of the article as its files named them, that of the source's language first. */
  sharedBy: (files: readonly KeptFile[], terms: Terms) => Shared
}

/** The files of an article as they were last imported. Each is read once, when it is first compared with. */
export function keptStates(math: boolean): KeptStates {
  const posts = new Map<KeptFile, ReadPost | undefined>()
  const postOf = (kept: KeptFile) => {
    if (!posts.has(kept)) posts.set(kept, readKept(kept, math))
    return posts.get(kept)
  }
  return {
    stateOf(kept, shared) {
      const post = postOf(kept)
      return post && { ...stateOfText(post.text, shared), text: kept.blocks.map((one) => one.fingerprint) }
    },
    sharedBy(files, terms) {
      const read = files.flatMap((kept) => {
        const post = postOf(kept)
        return post ? [{ post, locale: kept.locale }] : []
      })
      return {
        authors: read.slice(0, 1).flatMap(({ post }) => authorsNamed(post, terms)),
        tags: read.flatMap(({ post, locale }) => tagsNamed(post, locale, terms)),
      }
    },
  }
}

function readKept({ path, importPath, bytes }: KeptFile, math: boolean): ReadPost | undefined {
  const relative = importPath.slice(blogFolder.length + 1)
  try {
    return readPost({ file: path, relative, bytes, assets: new Set(), math })
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

const authorsNamed = (post: ReadPost, terms: Terms) =>
  bylinesIn(post).flatMap((author) => {
    const slug = typeof author === 'string' ? author : (author.key ?? tagSlug(author.name ?? ''))
    return terms.authorOf(slug) ?? []
  })

const tagsNamed = ({ labels }: ReadPost, locale: Locale, terms: Terms) =>
  labels.flatMap(({ label }) => terms.tagOf(locale, label) ?? [])
