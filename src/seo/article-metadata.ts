import type { Metadata } from 'next'
import type { ArticleDetails, SiteView } from '@/content/views'
import { languageOf, otherLocales } from '@/i18n/locales'
import { absolute } from '@/site/absolute'
import { alternates } from './alternates'
import { cardImage } from './card-image'

type Input = { origin: string; site: SiteView; article: ArticleDetails }

/** Returns an article's metadata for search engines and social platforms. */
export function articleMetadata({ origin, site, article }: Input): Metadata {
  const { locale, seo, translations } = article
  const title = seo.title ?? article.title
  const description = seo.description ?? article.description ?? article.excerpt
  const image = cardImage(article.card)
  return {
    title,
    description,
    keywords: article.keywords.length > 0 ? article.keywords : undefined,
    authors: article.authors.map(({ name, href }) => ({ name, url: absolute(origin, href) })),
    alternates: alternates({
      origin,
      locale,
      path: article.href,
      translations,
      markdown: `${article.href}.md`,
    }),
    robots: article.unlisted || seo.hidden ? { index: false, follow: true } : undefined,
    openGraph: {
      type: 'article',
      title,
      description,
      url: absolute(origin, article.href),
      siteName: site.name.text,
      locale: languageOf[locale].openGraph,
      alternateLocale: otherLocales(locale)
        .filter((other) => translations[other] !== undefined)
        .map((other) => languageOf[other].openGraph),
      publishedTime: article.publishedAt,
      modifiedTime: article.updatedAt,
      authors: article.authors.map(({ href }) => absolute(origin, href)),
      tags: article.tags.map(({ label }) => label.text),
      images: [image],
    },
    twitter: { card: 'summary_large_image', title, description, images: [image] },
  }
}
