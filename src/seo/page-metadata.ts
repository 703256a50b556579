import type { Metadata } from 'next'
import type { SiteView, Translations } from '@/content/views'
import { type Locale, languageOf, otherLocales } from '@/i18n/locales'
import { absolute } from '@/site/absolute'
import { alternates } from './alternates'
import { cardImage } from './card-image'

type Input = {
  origin: string
  site: SiteView
  locale: Locale
  path: string
  translations: Translations
  title: string
  description?: string
  /** The address of the page's card, with its origin. */
  card?: { src: string; alt: string }
  /** True for the home page. Its title is the site's name and gets no suffix. */
  home?: boolean
  /** For lists: the title of a page after the first one, such as "Page 2". It is added to the title. */
  pageTitle?: string
  /** The slug of the tag whose articles the page lists. */
  tag?: string
  /** True for pages that search engines should not list. */
  hidden?: boolean
}

/** Returns the metadata of a page that is not an article: home, lists, tags, authors, projects. */
export function pageMetadata(input: Input): Metadata {
  const { origin, site, locale, path, translations, description, card } = input
  const title = input.pageTitle === undefined ? input.title : `${input.title}, ${input.pageTitle}`
  const images = card === undefined ? undefined : [cardImage(card)]
  return {
    title: input.home ? { absolute: title } : title,
    description,
    alternates: alternates({ origin, locale, path, translations, tag: input.tag }),
    robots: input.hidden ? { index: false, follow: true } : undefined,
    openGraph: {
      type: 'website',
      title,
      description,
      url: absolute(origin, path),
      siteName: site.name.text,
      locale: languageOf[locale].openGraph,
      alternateLocale: otherLocales(locale)
        .filter((other) => translations[other] !== undefined)
        .map((other) => languageOf[other].openGraph),
      images,
    },
    twitter: { card: 'summary_large_image', title, description, images },
  }
}
