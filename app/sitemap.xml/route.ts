import { sitemapEntries } from '@/content/sitemap-entries'
import { environment } from '@/env'
import { sitemap } from '@/feeds/sitemap'

export const dynamic = 'force-dynamic'

export async function GET() {
  const xml = sitemap(await sitemapEntries(environment().siteUrl))
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}
