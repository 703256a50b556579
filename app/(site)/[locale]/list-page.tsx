import type { Metadata } from 'next'
import type { ReactNode } from 'react'
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
import { ReaderPage } from './reader-page'

type ListRef = { page: 'tags' | 'authors' | 'projects'; locale: Locale }

const translationsOf = (page: ListRef['page']) => everyLanguage((locale) => hrefFor({ page, locale }))

/**
 * Returns the metadata of a page that lists all documents of one kind. Such a page has the same path in every
 * language.
 */
export async function listMetadata({ page, locale }: ListRef): Promise<Metadata> {
  const t = translator(locale, 'site')
  const site = await siteView(locale)
  const origin = environment().siteUrl
  const title = t(`${page}.title`)
  return pageMetadata({
    origin,
    site,
    locale,
    path: hrefFor({ page, locale }),
    translations: translationsOf(page),
    title,
    description: t(`${page}.description`, { site: site.name.text }),
    card: await pageCard({ title, locale }),
  })
}

export async function ListPage({ page, locale, children }: ListRef & { children: ReactNode }) {
  await carryTags(cacheTags.everything, cacheTags.articles(locale), cacheTags.projects(locale))
  return (
    <ReaderPage locale={locale} path={hrefFor({ page, locale })} translations={translationsOf(page)}>
      {children}
    </ReaderPage>
  )
}
