import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { articleList } from '@/content/articles/article-summaries'
import { onlyElsewhere } from '@/content/articles/elsewhere'
import { everyLanguage } from '@/content/articles/translations'
import { carryTags } from '@/content/cached'
import { pageCard } from '@/content/cards/card-addresses'
import { siteView } from '@/content/site/site-view'
import { environment } from '@/env'
import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { cacheTags } from '@/publishing/purge/cache-tags'
import { pageMetadata } from '@/seo/page-metadata'
import { hrefFor } from '@/site/hrefs'
import { ArticleListView } from '@/ui/lists/article-list-view'
import { ReaderPage } from '../reader-page'

type List = { locale: Locale; number: number }

export async function articleListMetadata({ locale, number }: List): Promise<Metadata> {
  const t = translator(locale, 'site')
  const origin = environment().siteUrl
  const title = t('articles.title')
  const site = await siteView(locale)
  return pageMetadata({
    origin,
    site,
    locale,
    path: hrefFor({ page: 'articles', locale, number }),
    translations: number === 1 ? firstPages : {},
    title,
    description: t('articles.description', { site: site.name.text }),
    ...(number > 1 ? { pageTitle: t('pagination.page', { page: number }) } : {}),
    card: await pageCard({ title, locale }),
  })
}

export async function ArticleListPage({ locale, number }: List) {
  await carryTags(cacheTags.everything, cacheTags.articles(locale))
  const [site, list, elsewhere] = await Promise.all([
    siteView(locale),
    articleList(locale, { page: number }),
    number === 1 ? onlyElsewhere(locale) : [],
  ])
  if (number > 1 && list.articles.length === 0) notFound()
  return (
    <ReaderPage
      locale={locale}
      path={hrefFor({ page: 'articles', locale, number })}
      translations={firstPages}
    >
      <ArticleListView locale={locale} timeZone={site.timeZone} list={list} elsewhere={elsewhere} />
    </ReaderPage>
  )
}

/** The lists of two languages may differ in length, so the language switch always leads to the first page. */
const firstPages = everyLanguage((locale) => hrefFor({ page: 'articles', locale }))
