import type { Locale } from '@/i18n/locales'
import { Refusal } from './refusal'

/** The folder of the posts in the site's default language. */
export const blogFolder = 'blog'

/** A post's file: which language it stands in, and its path within that language's folder. */
type PostPath = { locale: Locale; relative: string }

/** The languages to take of a site, and the one of `blog/`, which may be none of ours. */
export type TakenLanguages = { locales: readonly Locale[]; defaultLocale: string }

const translated = /^i18n\/([^/]+)\/docusaurus-plugin-content-blog\/(.+)$/

/** Where a file of the blog stands in one of the languages to take; undefined for any other file. */
export function placeInBlog(path: string, { locales, defaultLocale }: TakenLanguages): PostPath | undefined {
  const [, language, within] = translated.exec(path) ?? []
  const original = path.startsWith(`${blogFolder}/`)
  const locale = locales.find((one) => one === (original ? defaultLocale : language))
  const relative = original ? path.slice(blogFolder.length + 1) : within
  return locale && relative !== undefined ? { locale, relative } : undefined
}

/** Docusaurus' default include and exclude: Markdown, but nothing that a name marks as a partial or a test. */
export const isPost = (relative: string) =>
  /\.mdx?$/.test(relative) &&
  !relative.split('/').some((part) => part.startsWith('_')) &&
  !relative.includes('.test.') &&
  !relative.split('/').includes('__tests__')

type NamedPost = {
  /** `2024-05-11`, where the path holds a date. */
  date?: string
  /** What Docusaurus puts behind `/blog`, where the front matter has no slug: `/2024/05/11/name`. */
  slug: string
}

const dated = /^(?<folder>.*)(?<date>\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(?<text>[\s\S]*?)(?:\/index)?\.mdx?$/

/** What Docusaurus reads from the path of a post within its language's folder. */
export function namedPost(relative: string): NamedPost {
  const { folder = '', date, text = '' } = dated.exec(relative)?.groups ?? {}
  if (date === undefined) return { slug: `/${relative.replace(/(?:\/index)?\.mdx?$/, '')}` }
  return { date: date.replaceAll('/', '-'), slug: `/${date.replaceAll('-', '/')}/${folder}${text}` }
}

/** Our slug: the last segment of Docusaurus' address, less what our addresses reserve. */
export function ownSlug(address: string, line: number): string {
  const last = segments(address).at(-1)
  if (last === undefined) {
    throw new Refusal('invalid-slug', line, 'Expected a slug with at least one word. Name the post.')
  }
  const undotted = last.replace(/\.+/g, '-').replace(/^-+|-+$/g, '') || 'post'
  return undotted === 'page' ? 'page-1' : undotted
}

/** Docusaurus' address of a post: `slug` from the front matter or the path, below the blog of its language. */
export function oldAddress(slug: string, locale: string, defaultLocale: string): string {
  const prefix = locale === defaultLocale ? [] : [locale]
  return `/${[...prefix, blogFolder, ...segments(slug)].join('/')}`
}

export function segments(address: string): string[] {
  return address.split('/').filter((part) => part !== '' && part !== '.')
}
