import type { Metadata } from 'next'
import type { Translations } from '@/content/views'
import { fallbackForVisitors, type Locale, locales } from '@/i18n/locales'
import { absolute } from '@/site/absolute'
import { hrefFor } from '@/site/hrefs'

type Page = { origin: string; locale: Locale; path: string; translations: Translations }

/**
 * Canonical address, the languages that are published, and the feed. A page in one language names no others;
 * `x-default` is the page that a reader of neither language is led to.
 */
export function alternates({
  origin,
  locale,
  path,
  translations,
}: Page): NonNullable<Metadata['alternates']> {
  return {
    canonical: absolute(origin, path),
    languages: languagesOf(origin, translations),
    types: { 'application/rss+xml': absolute(origin, hrefFor({ page: 'rss', locale })) },
  }
}

function languagesOf(origin: string, translations: Translations): Record<string, string> | undefined {
  const published = locales.flatMap((locale) => {
    const path = translations[locale]
    return path === undefined ? [] : [[locale, absolute(origin, path)] as const]
  })
  if (published.length < 2) return undefined
  const fallback = translations[fallbackForVisitors]
  return {
    ...Object.fromEntries(published),
    ...(fallback !== undefined && { 'x-default': absolute(origin, fallback) }),
  }
}
