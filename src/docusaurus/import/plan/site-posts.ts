import { type Locale, locales as ours } from '@/i18n/locales'
import { byCodeUnit } from '../../format/by-code-unit'
import { isPost, placeInBlog, type TakenLanguages } from '../../format/post-path'
import type { SiteFile } from '../../format/site-file'
import { defaultLocaleOf } from '../../format/site-locale'
import type { PostSource } from '../post/post'

export type SiteOptions = {
  /** The languages to take. By default, all of ours. */
  locales?: readonly Locale[]
  /** The language of `blog/`. By default, it is found from the files. */
  defaultLocale?: string
  /** The paths of the site's files that are no text: pictures beside posts and in static/. */
  assets?: readonly string[]
  /** Whether the site uses remark-math. */
  math?: boolean
}

/** A file that is a post in a language to take: the source to read, or the reason why there is none. */
type PostFile = { file: string; relative: string; locale: Locale } & (
  | { source: PostSource }
  | { refused: { code: string; message: string } }
)

/** The files of a site in the order of their paths, the languages to take of it, and the posts among the files. */
export type SitePosts = TakenLanguages & { files: readonly SiteFile[]; posts: readonly PostFile[] }

/** Finds the posts of a site. Nothing is read yet. */
export function sitePosts(given: readonly SiteFile[], options: SiteOptions = {}): SitePosts {
  const files = [...given].sort((one, other) => byCodeUnit(one.path, other.path))
  const locales = options.locales ?? ours
  const languages = { locales, defaultLocale: options.defaultLocale ?? defaultLocaleOf(files, locales) }
  const surroundings = { assets: new Set(options.assets), math: options.math ?? false }
  return {
    files,
    ...languages,
    posts: files.flatMap((file): PostFile[] => {
      const place = placeInBlog(file.path, languages)
      if (!place || !isPost(place.relative)) return []
      const { locale, relative } = place
      const post = { file: file.path, relative, locale }
      if ('refused' in file) return [{ ...post, refused: file.refused }]
      return [{ ...post, source: { file: file.path, relative, bytes: file.bytes, ...surroundings } }]
    }),
  }
}

/** The sources of the posts that can be read. */
export const sourcesIn = ({ posts }: SitePosts): PostSource[] =>
  posts.flatMap((post) => ('source' in post ? [post.source] : []))
