import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { carryTags } from '@/content/cached'
import { siteView } from '@/content/site-view'
import { everyLanguage } from '@/content/translations'
import { environment } from '@/env'
import type { Locale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { cardOf } from '@/og/title-card'
import { cacheTags } from '@/publishing/cache-tags'
import { pageMetadata } from '@/seo/page-metadata'
import { hrefFor } from '@/site/hrefs'
import { type LocaleParams, localeOf } from './params'
import { ReaderPage } from './reader-page'

type List = {
  page: 'tags' | 'authors' | 'projects'
  /** The cache tag of what it lists. */
  tag: (locale: Locale) => string
  view: (locale: Locale) => Promise<ReactNode>
}

type Args = { params: LocaleParams }

/** A page that lists all there is of something, on one page, at the same address in every language. */
export function listPage({ page, tag, view }: List) {
  const translations = everyLanguage((locale) => hrefFor({ page, locale }))

  async function generateMetadata({ params }: Args): Promise<Metadata> {
    const locale = await localeOf(params)
    const t = translator(locale, 'site')
    const site = await siteView(locale)
    const origin = environment().siteUrl
    const title = t(`${page}.title`)
    return pageMetadata({
      origin,
      site,
      locale,
      path: hrefFor({ page, locale }),
      translations,
      title,
      description: t(`${page}.description`, { site: site.name.text }),
      card: cardOf(origin, { title, locale }),
    })
  }

  async function Page({ params }: Args) {
    const locale = await localeOf(params)
    await carryTags(cacheTags.everything, tag(locale))
    return (
      <ReaderPage locale={locale} path={hrefFor({ page, locale })} translations={translations}>
        {await view(locale)}
      </ReaderPage>
    )
  }

  return { generateMetadata, Page }
}
