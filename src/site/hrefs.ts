import type { Locale } from '@/i18n/locales'

/** The address of a document: a language, and the last part of its path there. */
export type Address = { locale: Locale; slug: string }

/** A page of the reader's site. */
export type PageRef =
  | { page: 'home'; locale: Locale }
  | { page: 'articles'; locale: Locale; number?: number }
  | { page: 'article'; locale: Locale; slug: string }
  | { page: 'tags'; locale: Locale }
  | { page: 'tag'; locale: Locale; slug: string; number?: number }
  | { page: 'authors'; locale: Locale }
  | { page: 'author'; locale: Locale; slug: string; number?: number }
  | { page: 'projects'; locale: Locale }
  | { page: 'project'; locale: Locale; slug: string }
  | { page: FeedFormat; locale: Locale; tag?: string }
  | { page: 'markdown'; locale: Locale; slug: string }
  | { page: 'search'; locale: Locale; asked?: Asked }

/** The formats of a feed. Languages and tags have feeds. */
export type FeedFormat = 'rss' | 'atom' | 'jsonFeed'

/** What a reader searches for. Filters are slugs; pages are counted from 1. */
export type Asked = {
  question: string
  tag?: string | undefined
  author?: string | undefined
  project?: string | undefined
  year?: number | undefined
  number?: number | undefined
}

/**
 * The path of a page, without the origin. Nothing else builds addresses.
 * `{ page: 'tag', locale: 'id', slug: 'kopi', number: 2 }` -> `/id/tags/kopi/page/2`
 */
export function hrefFor(ref: PageRef): string {
  return `/${ref.locale}${pathWithin(ref)}`
}

function pathWithin(ref: PageRef): string {
  switch (ref.page) {
    case 'home':
      return ''
    case 'articles':
      return `/blog${pageSuffix(ref.number)}`
    case 'article':
      return `/blog/${encodeURIComponent(ref.slug)}`
    case 'tags':
      return '/tags'
    case 'tag':
      return `/tags/${encodeURIComponent(ref.slug)}${pageSuffix(ref.number)}`
    case 'authors':
      return '/authors'
    case 'author':
      return `/authors/${encodeURIComponent(ref.slug)}${pageSuffix(ref.number)}`
    case 'projects':
      return '/projects'
    case 'project':
      return `/projects/${encodeURIComponent(ref.slug)}`
    case 'rss':
    case 'atom':
    case 'jsonFeed':
      return `${ref.tag === undefined ? '' : `/tags/${encodeURIComponent(ref.tag)}`}/${feedFiles[ref.page]}`
    case 'markdown':
      return `/blog/${encodeURIComponent(ref.slug)}.md`
    case 'search':
      return `/search${queryOf(ref.asked)}`
  }
}

const feedFiles: Record<FeedFormat, string> = { rss: 'rss.xml', atom: 'atom.xml', jsonFeed: 'feed.json' }

function queryOf(asked: Asked | undefined): string {
  if (!asked) return ''
  const { question, tag, author, project, year, number = 1 } = asked
  const page = number > 1 ? number : undefined
  const given = Object.entries({ q: question, tag, author, project, year, page })
  const query = new URLSearchParams(
    given.flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  )
  return `?${query}`
}

const pageSuffix = (number = 1) => (number > 1 ? `/page/${number}` : '')
