import { isLocale, type Locale } from '@/i18n/locales'
import { type Address, hrefFor, type PageRef } from './hrefs'

/**
 * The key under which an old address is stored and looked up: decoded, without trailing slash, `index.html` or `.html`.
 * `/en/blog/caf%C3%A9.html` -> `/en/blog/café`
 */
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

/** The key of the page of an article: `{ locale: 'en', slug: 'café' }` -> `/en/blog/café` */
export const articleKey = ({ locale, slug }: Address): string =>
  normalizedPath(hrefFor({ page: 'article', locale, slug }))

/** The address of an article that a key stands for: the reverse of `articleKey`. Undefined for any other key. */
export function articleAt(key: string): Address | undefined {
  const [, locale, , slug, ...rest] = key.split('/')
  if (!isLocale(locale) || !slug || rest.length > 0) return undefined
  return articleKey({ locale, slug }) === key ? { locale, slug } : undefined
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
