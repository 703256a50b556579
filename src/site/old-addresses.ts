import { isLocale, type Locale } from '@/i18n/locales'
import type { PageRef } from './hrefs'

/** The form in which old addresses are kept: `/blog/caf%C3%A9.html`, `/blog/café/` -> `/blog/café`. */
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
 * The page that replaces a list, tag, author, archive or feed of a Docusaurus blog. Undefined for addresses of posts,
 * which the import keeps one by one.
 * `/id/blog/tags/kopi` -> the tag `kopi` in Indonesian; `/blog/archive` -> the articles in the default language
 * @param path in the form that `normalizedPath` gives it
 * @param defaultLocale the language of the old site's addresses that name none
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

/** The page number at the end of a list's address: `[]` -> 1, `['page', '3']` -> 3, anything else -> undefined. */
function pageNumber(rest: string[]): number | undefined {
  if (rest.length === 0) return 1
  const [page, number] = rest
  return rest.length === 2 && page === 'page' && number && /^\d+$/.test(number) ? Number(number) : undefined
}
