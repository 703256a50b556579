import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { articleBySlug } from '@/content/article-by-slug'
import { carryTags } from '@/content/cached'
import { movedAddress } from '@/content/moved-address'
import { siteView } from '@/content/site-view'
import { environment } from '@/env'
import { translator } from '@/i18n/translator'
import { cacheTags } from '@/publishing/cache-tags'
import { articleMetadata } from '@/seo/article-metadata'
import { blogPosting, jsonForScript } from '@/seo/json-ld'
import { hrefFor } from '@/site/hrefs'
import { ArticleView } from '@/ui/article-view'
import { JsonLdScript } from '@/ui/json-ld-script'
import { Breadcrumbs } from '../../breadcrumbs'
import { localeOf, segment } from '../../params'
import { ReaderPage } from '../../reader-page'

type Args = { params: Promise<{ locale: string; slug: string }> }

export const generateStaticParams = () => []

/** The article at this address. One that has moved is followed; what is not there, or no longer, is a 404. */
async function articleAt(params: Args['params']) {
  const locale = await localeOf(params)
  const slug = segment((await params).slug)
  await carryTags(cacheTags.everything, cacheTags.articleAt(locale, slug), cacheTags.projects(locale))
  const article = await articleBySlug(locale, slug)
  if (article) return article
  const moved = await movedAddress(`/${locale}/blog/${slug}`)
  return moved ? permanentRedirect(moved) : notFound()
}

export async function generateMetadata({ params }: Args): Promise<Metadata> {
  const article = await articleAt(params)
  return articleMetadata({ origin: environment().siteUrl, site: await siteView(article.locale), article })
}

export default async function Page({ params }: Args) {
  const article = await articleAt(params)
  const { locale } = article
  const origin = environment().siteUrl
  const site = await siteView(locale)
  const steps = [
    { name: translator(locale, 'site')('articles.title'), href: hrefFor({ page: 'articles', locale }) },
    { name: article.title, href: article.href },
  ]
  return (
    <ReaderPage locale={locale} path={article.href} translations={article.translations}>
      <JsonLdScript json={jsonForScript(blogPosting({ origin, site, article }))} />
      <Breadcrumbs site={site} locale={locale} steps={steps} />
      <ArticleView article={article} timeZone={site.timeZone} />
    </ReaderPage>
  )
}
