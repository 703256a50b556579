import { kept } from '@/content/kept'
import { sitemapEntries } from '@/content/site/sitemap-entries'
import { environment } from '@/env'
import { sitemapFiles, sitemapIndex } from '@/feeds/sitemap'
import { locales } from '@/i18n/locales'
import { cacheTags } from '@/publishing/purge/cache-tags'

export const dynamic = 'force-dynamic'

const tags = [
  cacheTags.everything,
  ...locales.flatMap((locale) => [cacheTags.articles(locale), cacheTags.projects(locale)]),
]

export async function GET() {
  const origin = environment().siteUrl
  const index = await kept('sitemap', tags, async () => {
    const entries = await sitemapEntries(origin)
    return sitemapIndex(
      locales.flatMap((locale) =>
        sitemapFiles(entries, locale).map((_, file) => `${origin}/${locale}/sitemap/${file + 1}.xml`),
      ),
    )
  })
  return new Response(index, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}
