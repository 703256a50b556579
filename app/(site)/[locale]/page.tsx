import type { Metadata } from 'next'
import { articleList } from '@/content/articles/article-summaries'
import { everyLanguage } from '@/content/articles/translations'
import { carryTags } from '@/content/cached'
import { pageCard } from '@/content/cards/card-addresses'
import { latestProjects } from '@/content/projects/projects'
import { siteView } from '@/content/site/site-view'
import { tagsInUse } from '@/content/terms/tags'
import { environment } from '@/env'
import { cacheTags } from '@/publishing/purge/cache-tags'
import { jsonForScript, website } from '@/seo/json-ld'
import { pageMetadata } from '@/seo/page-metadata'
import { hrefFor } from '@/site/hrefs'
import { JsonLdScript } from '@/ui/frame/json-ld-script'
import { HomeView } from '@/ui/lists/home-view'
import { type LocaleParams, localeOf } from './params'
import { ReaderPage } from './reader-page'

const translations = everyLanguage((locale) => hrefFor({ page: 'home', locale }))

export async function generateMetadata({ params }: { params: LocaleParams }): Promise<Metadata> {
  const locale = await localeOf(params)
  const site = await siteView(locale)
  const origin = environment().siteUrl
  return pageMetadata({
    origin,
    site,
    locale,
    path: hrefFor({ page: 'home', locale }),
    translations,
    title: site.name.text,
    ...(site.tagline ? { description: site.tagline.text } : {}),
    card: await pageCard({ title: site.name.text, locale }),
    home: true,
  })
}

export default async function Page({ params }: { params: LocaleParams }) {
  const locale = await localeOf(params)
  await carryTags(cacheTags.everything, cacheTags.articles(locale), cacheTags.projects(locale))
  const [site, { articles }, tags, projects] = await Promise.all([
    siteView(locale),
    articleList(locale, { limit: 7 }),
    tagsInUse(locale),
    latestProjects(locale, 6),
  ])
  return (
    <ReaderPage locale={locale} path={hrefFor({ page: 'home', locale })} translations={translations}>
      <JsonLdScript json={jsonForScript(website({ origin: environment().siteUrl, locale, site }))} />
      <HomeView
        locale={locale}
        site={site}
        articles={articles}
        tags={tags.slice(0, 12)}
        projects={projects}
      />
    </ReaderPage>
  )
}
