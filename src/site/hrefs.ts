import type { Locale } from '@/i18n/locales'

/** Every page of the reader's site that an address can name. */
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
  | { page: 'rss'; locale: Locale }

/**
 * The path of a page, without origin: the only place that knows how addresses are built.
 * List pages beyond the first end in `/page/{number}`.
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
      return '/rss.xml'
  }
}

const pageSuffix = (number = 1) => (number > 1 ? `/page/${number}` : '')
