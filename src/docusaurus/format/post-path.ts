import type { Locale } from '@/i18n/locales'
import { Refusal } from './refusal'

/** The folder of the posts in the site's default language. */
export const blogFolder = 'blog'

/** The language of a post's file, and the path of the file within the folder of that language. */
type PostPath = { locale: Locale; relative: string }

/** The languages to take of a site, and the language of `blog/`, which need not be one of ours. */
export type TakenLanguages = { locales: readonly Locale[]; defaultLocale: string }

const translated = /^i18n\/([^/]+)\/docusaurus-plugin-content-blog\/(.+)$/

/** The place of a file in the blog of a language to take. Undefined for any other file. */
export function placeInBlog(path: string, { locales, defaultLocale }: TakenLanguages): PostPath | undefined {
  const [, language, within] = translated.exec(path) ?? []
  const original = path.startsWith(`${blogFolder}/`)
  const locale = locales.find((one) => one === (original ? defaultLocale : language))
  const relative = original ? path.slice(blogFolder.length + 1) : within
  return locale && relative !== undefined ? { locale, relative } : undefined
}

/** Whether a file is a post by Docusaurus' defaults: Markdown that is neither a partial (`_name.md`) nor a test. */
export const isPost = (relative: string) =>
  /\.mdx?$/.test(relative) &&
  !relative.split('/').some((part) => part.startsWith('_')) &&
  !relative.includes('.test.') &&
  !relative.split('/').includes('__tests__')

type NamedPost = {
  /** The date in the path, such as `2024-05-11`. */
  date?: string
  /** Docusaurus' address below `/blog` if the front matter has no slug, such as `/2024/05/11/name`. */
  slug: string
}

const dated = /^(?<folder>.*)(?<date>\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(?<text>[\s\S]*?)(?:\/index)?\.mdx?$/

/** The date and slug that Docusaurus reads from a post's path within the folder of its language. */
export function namedPost(relative: string): NamedPost {
  const { folder = '', date, text = '' } = dated.exec(relative)?.groups ?? {}
  if (date === undefined) return { slug: `/${relative.replace(/(?:\/index)?\.mdx?$/, '')}` }
  return { date: date.replaceAll('/', '-'), slug: `/${date.replaceAll('-', '/')}/${folder}${text}` }
}

/**
 * Our slug of a post: the last segment of Docusaurus' address, without dots and reserved words.
 *
 *     /2024/05/11/node-v24.1 -> node-v24-1
 * @throws Refusal where the address has no segment
 */
export function ownSlug(address: string, line: number): string {
  const last = segments(address).at(-1)
  if (last === undefined) {
    throw new Refusal('invalid-slug', line, 'Expected a slug with at least one word. Name the post.')
  }
  const undotted = last.replace(/\.+/g, '-').replace(/^-+|-+$/g, '') || 'post'
  return undotted === 'page' ? 'page-1' : undotted
}

/** Docusaurus' address of a post, below the blog of its language. `slug` is the one of the front matter or the path. */
export function oldAddress(slug: string, locale: string, defaultLocale: string): string {
  const prefix = locale === defaultLocale ? [] : [locale]
  return `/${[...prefix, blogFolder, ...segments(slug)].join('/')}`
}

export function segments(address: string): string[] {
  return address.split('/').filter((part) => part !== '' && part !== '.')
}
