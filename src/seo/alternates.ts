import type { Metadata } from 'next'
import type { Translations } from '@/content/views'
import { fallbackForVisitors, type Locale, locales } from '@/i18n/locales'
import { absolute } from '@/site/absolute'
import { hrefFor } from '@/site/hrefs'

type Page = {
  origin: string
  locale: Locale
  path: string
  translations: Translations
  /** The slug of the tag whose articles the page lists. A tag has feeds of its own. */
  tag?: string | undefined
  /** The path of the same page as Markdown. */
  markdown?: string | undefined
}

/**
 * Returns the canonical address, the published languages, the feeds and the Markdown version of a page. A page in
 * one language names no other languages. `x-default` is the page for readers of none of the languages.
 */
export function alternates({
  origin,
  locale,
  path,
  translations,
  tag,
  markdown,
}: Page): NonNullable<Metadata['alternates']> {
  return {
    canonical: absolute(origin, path),
    languages: languagesOf(origin, translations),
    types: {
      ...Object.fromEntries(
        feedTypes.map(([page, type]) => [
          type,
          absolute(origin, hrefFor({ page, locale, ...(tag ? { tag } : {}) })),
        ]),
      ),
      ...(markdown ? { 'text/markdown': absolute(origin, markdown) } : {}),
    },
  }
}

const feedTypes = [
  ['rss', 'application/rss+xml'],
  ['atom', 'application/atom+xml'],
  ['jsonFeed', 'application/feed+json'],
] as const

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
