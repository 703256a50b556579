import type { Metadata } from 'next'
import { carryTags } from '@/content/cached'
import { siteView } from '@/content/site-view'
import { tagsInUse } from '@/content/tags'
import { everyLanguage } from '@/content/translations'
import { environment } from '@/env'
import { translator } from '@/i18n/translator'
import { cardOf } from '@/og/title-card'
import { cacheTags } from '@/publishing/cache-tags'
import { pageMetadata } from '@/seo/page-metadata'
import { hrefFor } from '@/site/hrefs'
import { TagListView } from '@/ui/tag-list-view'
import { type LocaleParams, localeOf } from '../params'
import { ReaderPage } from '../reader-page'

const translations = everyLanguage((locale) => hrefFor({ page: 'tags', locale }))

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  const locale = await localeOf(params)
  const origin = environment().siteUrl
  const t = translator(locale, 'site')
  const site = await siteView(locale)
  const title = t('tags.title')
  const description = t('tags.description', { site: site.name.text })
  const path = hrefFor({ page: 'tags', locale })
  const card = cardOf(origin, { title, locale })
  return pageMetadata({ origin, site, locale, path, translations, title, description, card })
}

export default async function Page({ params }: { params: LocaleParams }) {
  const locale = await localeOf(params)
  await carryTags(cacheTags.everything, cacheTags.articles(locale))
  return (
    <ReaderPage locale={locale} path={hrefFor({ page: 'tags', locale })} translations={translations}>
      <TagListView locale={locale} tags={await tagsInUse(locale)} />
    </ReaderPage>
  )
}
