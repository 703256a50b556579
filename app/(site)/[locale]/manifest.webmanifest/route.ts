import { siteView } from '@/content/site/site-view'
import { isLocale, languageOf } from '@/i18n/locales'
import { themeColours } from '@/seo/theme-colours'
import { hrefFor } from '@/site/hrefs'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params
  if (!isLocale(locale)) return new Response(null, { status: 404 })
  const { name, tagline } = await siteView(locale)
  const manifest = {
    name: name.text,
    short_name: name.text,
    ...(tagline ? { description: tagline.text } : {}),
    lang: locale,
    dir: languageOf[locale].direction,
    start_url: hrefFor({ page: 'home', locale }),
    display: 'minimal-ui',
    background_color: themeColours.light,
    theme_color: themeColours.light,
    icons: [
      { src: '/icons/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icons/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  }
  return Response.json(manifest, { headers: { 'Content-Type': 'application/manifest+json' } })
}
