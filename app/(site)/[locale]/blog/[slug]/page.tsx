import type { Metadata } from 'next'
import { notFound, permanentRedirect, redirect } from 'next/navigation'
import { cache } from 'react'
import { aroundArticle } from '@/content/articles/around-article'
import { articleBySlug } from '@/content/articles/article-by-slug'
import { articleByForeignSlug } from '@/content/articles/elsewhere'
import { movedAddress } from '@/content/articles/moved-address'
import { carryTags } from '@/content/cached'
import { siteView } from '@/content/site/site-view'
import { environment } from '@/env'
import { type Locale, otherLocales } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { cacheTags } from '@/publishing/purge/cache-tags'
import { articleMetadata } from '@/seo/article-metadata'
import { blogPosting, jsonForScript } from '@/seo/json-ld'
import { absolute } from '@/site/absolute'
import { hrefFor } from '@/site/hrefs'
import { ArticleView } from '@/ui/article/article-view'
import { JsonLdScript } from '@/ui/frame/json-ld-script'
import { Breadcrumbs } from '../../breadcrumbs'
import { decodedSegment, localeOf } from '../../params'
import { ReaderPage } from '../../reader-page'

type Args = { params: Promise<{ locale: string; slug: string }> }

export const generateStaticParams = () => []

const articleOf = async (params: Args['params']) =>
  articleAt(await localeOf(params), decodedSegment((await params).slug))

/**
 * Returns the article at this address, read and rendered once for the page and its metadata. Redirects when the
 * article has moved, or when the slug belongs to another language and the article exists in this one too.
 * Everything else is a 404.
 */
const articleAt = cache(async (locale: Locale, slug: string) => {
  await carryTags(cacheTags.everything, cacheTags.articleAt(locale, slug), cacheTags.projects(locale))
  const article = await articleBySlug(locale, slug)
  if (article) return article
  const moved = await movedAddress(hrefFor({ page: 'article', locale, slug }))
  if (moved) permanentRedirect(moved)
  await carryTags(...otherLocales(locale).map((other) => cacheTags.articleAt(other, slug)))
  const foreign = await articleByForeignSlug(locale, slug)
  // A temporary redirect, because this language may later give the address to another article.
  return foreign && 'here' in foreign ? redirect(foreign.here) : notFound()
})

export async function generateMetadata({ params }: Args): Promise<Metadata> {
  const article = await articleOf(params)
  return articleMetadata({ origin: environment().siteUrl, site: await siteView(article.locale), article })
}

export default async function Page({ params }: Args) {
  const article = await articleOf(params)
  const { locale } = article
  const origin = environment().siteUrl
  const [site, { tags, ...around }] = await Promise.all([siteView(locale), aroundArticle(article, locale)])
  await carryTags(...tags)
  const steps = [
    { name: translator(locale, 'site')('articles.title'), href: hrefFor({ page: 'articles', locale }) },
    { name: article.title, href: article.href },
  ]
  return (
    <ReaderPage locale={locale} path={article.href} translations={article.translations}>
      <JsonLdScript json={jsonForScript(blogPosting({ origin, site, article }))} />
      <Breadcrumbs site={site} locale={locale} steps={steps} />
      <ArticleView
        article={article}
        timeZone={site.timeZone}
        around={around}
        address={absolute(origin, article.href)}
      />
    </ReaderPage>
  )
}
