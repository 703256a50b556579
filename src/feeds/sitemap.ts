import type { Locale } from '@/i18n/locales'
import { fallbackForVisitors, locales } from '@/i18n/locales'
import { tag, xmlDocument } from './xml'

/** A page in every language that it is published in. Addresses are whole; dates are ISO 8601. */
export type SitemapEntry = {
  addresses: Partial<Record<Locale, string>>
  /** When each language's words last changed. */
  modified?: Partial<Record<Locale, string>>
}

/** The most addresses that one file may hold (sitemaps.org). */
const mostAddresses = 50_000

/**
 * A sitemap: one `url` for each language of each page, each naming all of them, itself included, so that the
 * alternates are reciprocal (developers.google.com, localized versions).
 */
export function sitemap(entries: SitemapEntry[]): string {
  return xmlDocument(
    tag(
      'urlset',
      {
        xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
        'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
      },
      ...entries.flatMap(urlElements),
    ),
  )
}

/** Entries in as many files as the limit demands; a page's languages stay together. */
export function sitemapFiles(entries: SitemapEntry[], most = mostAddresses): SitemapEntry[][] {
  const files: SitemapEntry[][] = []
  let room = 0
  for (const entry of entries) {
    const addresses = published(entry).length
    if (addresses > room) {
      files.push([])
      room = most
    }
    files.at(-1)?.push(entry)
    room -= addresses
  }
  return files
}

/** The index that names the files of a sitemap by their whole addresses. */
export function sitemapIndex(addresses: string[]): string {
  return xmlDocument(
    tag(
      'sitemapindex',
      { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
      ...addresses.map((address) => tag('sitemap', {}, tag('loc', {}, address))),
    ),
  )
}

function urlElements(entry: SitemapEntry) {
  const alternates = alternateLinks(entry)
  return published(entry).map(({ locale, address }) => {
    const modified = entry.modified?.[locale]
    return tag(
      'url',
      {},
      tag('loc', {}, address),
      modified === undefined ? undefined : tag('lastmod', {}, modified),
      ...alternates,
    )
  })
}

/** A page in one language has no alternates, not even for the default. */
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
