import type { ArticleDetails, AuthorDetails, SiteView } from '@/content/views'
import { type Locale, otherLocales } from '@/i18n/locales'
import { absolute } from '@/site/absolute'
import { hrefFor } from '@/site/hrefs'

type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json }

type ArticleInput = { origin: string; site: SiteView; article: ArticleDetails }

/**
 * Describes an article as schema.org's BlogPosting, with its authors, its translations and the projects that it
 * mentions.
 */
export function blogPosting({ origin, site, article }: ArticleInput): Json {
  const url = absolute(origin, article.href)
  return {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    '@id': url,
    mainEntityOfPage: url,
    headline: article.title,
    description: article.description ?? article.excerpt,
    inLanguage: article.locale,
    datePublished: article.publishedAt,
    dateModified: article.updatedAt ?? article.publishedAt,
    timeRequired: `PT${article.readingMinutes}M`,
    keywords: article.keywords.length > 0 ? article.keywords : undefined,
    image: [article.card.src],
    author: article.authors.map(({ name, href }) => ({
      '@type': 'Person',
      name,
      url: absolute(origin, href),
    })),
    publisher: organization(origin, site),
    mentions: article.projects.map(({ name, href }) => ({
      '@type': 'Thing',
      name,
      url: absolute(origin, href),
    })),
    ...translationLinks(origin, article),
  }
}

/** Describes the site in a language, with its publisher and its search page. */
export function website({ origin, locale, site }: { origin: string; locale: Locale; site: SiteView }): Json {
  const url = absolute(origin, hrefFor({ page: 'home', locale }))
  const search = absolute(origin, hrefFor({ page: 'search', locale }))
  return {
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    '@id': url,
    url,
    name: site.name.text,
    description: site.tagline?.text,
    inLanguage: locale,
    publisher: organization(origin, site),
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${search}?q={question}` },
      'query-input': 'required name=question',
    },
  }
}

/** Describes the page of an author as schema.org's ProfilePage of a Person. */
export function profilePage({
  origin,
  locale,
  author,
}: {
  origin: string
  locale: Locale
  author: AuthorDetails
}): Json {
  const url = absolute(origin, author.href)
  const picture = author.picture?.src
  return {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    '@id': url,
    inLanguage: locale,
    mainEntity: {
      '@type': 'Person',
      name: author.name,
      url,
      jobTitle: author.title?.text,
      description: author.biography?.text,
      image: picture?.startsWith('/') ? absolute(origin, picture) : picture,
      sameAs: author.links.length > 0 ? author.links.map(({ href }) => href) : undefined,
    },
  }
}

const organization = (origin: string, site: SiteView): Json => ({
  '@type': 'Organization',
  '@id': `${origin}/#organization`,
  name: site.name.text,
  url: `${origin}/`,
  logo: site.logo?.src.startsWith('/') ? absolute(origin, site.logo.src) : undefined,
  sameAs: site.social.length > 0 ? site.social.map(({ href }) => href) : undefined,
})

/** Lists the pages from the home page to a page, in order. */
export function breadcrumbs(origin: string, steps: { name: string; href: string }[]): Json {
  return {
    '@context': 'https://schema.org',
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, href }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absolute(origin, href),
    })),
  }
}

/**
 * Serializes JSON for a `script` element. `<` and the two line separators are escaped, so that no text can end the
 * element or, in old engines, a line.
 */
export const jsonForScript = (json: Json): string =>
  JSON.stringify(json).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

function translationLinks(origin: string, { locale, sourceLocale, translations }: ArticleDetails) {
  const original = translations[sourceLocale]
  if (locale !== sourceLocale) {
    return original === undefined ? {} : { translationOfWork: { '@id': absolute(origin, original) } }
  }
  const others = otherLocales(locale).flatMap((other) => translations[other] ?? [])
  return others.length === 0
    ? {}
    : { workTranslation: others.map((path) => ({ '@id': absolute(origin, path) })) }
}
