import { isLocale, type Locale } from '@/i18n/locales'
import type { PageRef } from './hrefs'

/** A path in the one form in which old addresses are kept: decoded, without trailing slash, `index.html` or `.html`. */
export function normalizedPath(path: string): string {
  const bare = decoded(path)
    .replace(/\/{2,}/g, '/')
    .replace(/(\/index)?\.html$/i, '')
    .replace(/\/+$/, '')
  return bare === '' ? '/' : bare
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/**
 * The page that a list address of a Docusaurus blog stands for: lists, tags, authors, archive and feeds, below `/` in
 * the old site's default language and below `/{locale}/`. Posts are not known by their address: the import keeps each.
 * @param path normalized
 */
export function oldListPage(path: string, defaultLocale: Locale): PageRef | undefined {
  const [first = '', ...others] = path.split('/').slice(1)
  const prefixed = isLocale(first)
  const locale = prefixed ? first : defaultLocale
  const [blog, section, name, ...rest] = prefixed ? others : [first, ...others]
  if (blog !== 'blog') return undefined
  const number = pageNumber(rest)
  switch (section) {
    case undefined:
    case 'archive':
      return name === undefined ? { page: 'articles', locale } : undefined
    case 'page':
      return name && /^\d+$/.test(name) ? { page: 'articles', locale, number: Number(name) } : undefined
    case 'tags':
      if (name === undefined) return { page: 'tags', locale }
      return number === undefined ? undefined : { page: 'tag', locale, slug: name, number }
    case 'authors':
      if (name === undefined) return { page: 'authors', locale }
      return number === undefined ? undefined : { page: 'author', locale, slug: name, number }
    case 'rss.xml':
    case 'atom.xml':
    case 'feed.json':
      return { page: 'rss', locale }
    default:
      return undefined
  }
}

/** The number after `/page/`; 1 where there is nothing after the name, nothing where there is something else. */
function pageNumber(rest: string[]): number | undefined {
  if (rest.length === 0) return 1
  const [page, number] = rest
  return rest.length === 2 && page === 'page' && number && /^\d+$/.test(number) ? Number(number) : undefined
}
