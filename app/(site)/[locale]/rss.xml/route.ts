import { carryTags } from '@/content/cached'
import { latestInFull } from '@/content/feed'
import { siteView } from '@/content/site-view'
import { environment } from '@/env'
import { rss } from '@/feeds/rss'
import { isLocale } from '@/i18n/locales'
import { translator } from '@/i18n/translator'
import { cacheTags } from '@/publishing/cache-tags'
import { absolute } from '@/site/absolute'
import { hrefFor } from '@/site/hrefs'

export const dynamic = 'force-static'
export const generateStaticParams = () => []

export async function GET(_: Request, { params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params
  if (!isLocale(locale)) return new Response(null, { status: 404 })
  await carryTags(cacheTags.everything, cacheTags.articles(locale))
  const origin = environment().siteUrl
  const site = await siteView(locale)
  const feed = rss({
    origin,
    url: absolute(origin, hrefFor({ page: 'home', locale })),
    self: absolute(origin, hrefFor({ page: 'rss', locale })),
    title: translator(locale, 'site')('feed.title', { site: site.name.text }),
    description: site.tagline?.text ?? site.name.text,
    locale,
    items: await latestInFull(locale, origin),
  })
  return new Response(feed, { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } })
}
