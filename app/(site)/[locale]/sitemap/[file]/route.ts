import { carryTags } from '@/content/cached'
import { sitemapEntries } from '@/content/site/sitemap-entries'
import { environment } from '@/env'
import { sitemap, sitemapFiles } from '@/feeds/sitemap'
import { isLocale, locales } from '@/i18n/locales'
import { cacheTags } from '@/publishing/purge/cache-tags'

type Args = { params: Promise<{ locale: string; file: string }> }

export const dynamic = 'force-static'
export const generateStaticParams = () => []

export async function GET(_: Request, { params }: Args) {
  const { locale, file } = await params
  const number = Number(/^([1-9]\d{0,3})\.xml$/.exec(file)?.[1])
  if (!isLocale(locale) || !number) return new Response(null, { status: 404 })
  // A sitemap names each page in every language, so a publication in any language changes it.
  await carryTags(
    cacheTags.everything,
    ...locales.flatMap((one) => [cacheTags.articles(one), cacheTags.projects(one)]),
  )
  const entries = sitemapFiles(await sitemapEntries(environment().siteUrl), locale)[number - 1]
  if (!entries) return new Response(null, { status: 404 })
  return new Response(sitemap(entries, locale), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  })
}
