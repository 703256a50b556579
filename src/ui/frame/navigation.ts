import type { SiteView, TermLink } from '@/content/views'
import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { hrefFor } from '@/site/hrefs'

const pages = ['articles', 'projects', 'tags', 'authors'] as const

/** Returns the links of the site's own menu, or the product's links if the site has no menu. */
export function navigationOf(site: SiteView, locale: Locale): TermLink[] {
  if (site.navigation.length > 0) return site.navigation
  const t = translator(locale, 'site')
  return pages.map((page) => ({
    label: { text: t(`nav.${page}`), lang: locale },
    href: hrefFor({ page, locale }),
  }))
}

/** Returns `page` for the current page itself, and `true` for a page above it. */
export function currency(href: string, path: string): 'page' | 'true' | undefined {
  if (href === path) return 'page'
  return path.startsWith(`${href}/`) && href.split('/').length > 2 ? 'true' : undefined
}
