import type { Locale } from '@/i18n/locales'
import { fallbackForVisitors, locales } from '@/i18n/locales'
import { tag, xmlDocument } from './xml'

/**
 * A page, with its address in every language in which it is published. Addresses are absolute; dates are ISO 8601.
 */
export type SitemapEntry = {
  addresses: Partial<Record<Locale, string>>
  /** The date of the last change of the words, by language. */
  modified?: Partial<Record<Locale, string>>
  /** The absolute addresses of the pictures, by language. */
  images?: Partial<Record<Locale, string[]>>
}

/** The most addresses that one file may hold (sitemaps.org). */
const mostAddresses = 50_000

/**
 * Writes the sitemap of a language: one `url` for each page that is published in it. Each `url` lists the page's
 * pictures and its addresses in every language, including its own, so that the alternates are reciprocal
 * (developers.google.com, localized versions).
 */
export function sitemap(entries: SitemapEntry[], locale: Locale): string {
  return xmlDocument(
    tag(
      'urlset',
      {
        xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
        'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
        'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1',
      },
      ...entries.flatMap((entry) => urlElement(entry, locale)),
    ),
  )
}

/**
 * Splits the entries of a language into as many files as the limit requires. There is at least one file, which may
 * be empty.
 */
export function sitemapFiles(
  entries: SitemapEntry[],
  locale: Locale,
  most = mostAddresses,
): SitemapEntry[][] {
  const own = entries.filter(({ addresses }) => addresses[locale] !== undefined)
  const count = Math.max(1, Math.ceil(own.length / most))
  return Array.from({ length: count }, (_, file) => own.slice(file * most, (file + 1) * most))
}

/** Writes the index of a sitemap's files, with their absolute addresses. */
export function sitemapIndex(addresses: string[]): string {
  return xmlDocument(
    tag(
      'sitemapindex',
      { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
      ...addresses.map((address) => tag('sitemap', {}, tag('loc', {}, address))),
    ),
  )
}

function urlElement(entry: SitemapEntry, locale: Locale) {
  const address = entry.addresses[locale]
  if (address === undefined) return []
  const modified = entry.modified?.[locale]
  return [
    tag(
      'url',
      {},
      tag('loc', {}, address),
      modified === undefined ? undefined : tag('lastmod', {}, modified),
      ...alternateLinks(entry),
      ...(entry.images?.[locale] ?? []).map((image) => tag('image:image', {}, tag('image:loc', {}, image))),
    ),
  ]
}

/** A page in only one language has no alternates, and no `x-default` either. */
function alternateLinks(entry: SitemapEntry) {
  const versions = published(entry)
  if (versions.length < 2) return []
  const fallback = entry.addresses[fallbackForVisitors]
  const links = versions.map(({ locale, address }) => alternate(locale, address))
  return fallback === undefined ? links : [...links, alternate('x-default', fallback)]
}

const alternate = (hreflang: string, href: string) => tag('xhtml:link', { rel: 'alternate', hreflang, href })

const published = ({ addresses }: SitemapEntry) =>
  locales.flatMap((locale) => {
    const address = addresses[locale]
    return address === undefined ? [] : [{ locale, address }]
  })
