import { cache } from 'react'
import { docusaurusDefaultLocale, type Locale } from '@/i18n/locales'
import { productName } from '@/site/identity'
import { isSafeAddress, webLinks } from '@/site/web-address'
import { cms, inEveryLanguage } from '../cms'
import { eachLanguage, termOf } from '../terms/terms'
import type { SiteView } from '../views'
import { picturesById } from './pictures'

/**
 * Returns the site as a reader of this language sees it. Every part of a page calls this, and the database is asked
 * once per request.
 */
export const siteView = cache(async (locale: Locale): Promise<SiteView> => {
  const site = await (await cms()).findGlobal({ slug: 'site', ...inEveryLanguage })
  const tagline = termOf(eachLanguage(site.tagline), locale)
  const logo =
    typeof site.logo === 'string' ? (await picturesById([site.logo], locale)).get(site.logo) : undefined
  return {
    name: termOf(eachLanguage(site.name), locale) ?? { text: productName, lang: locale },
    ...(tagline ? { tagline } : {}),
    navigation: (site.navigation ?? []).flatMap((entry) => {
      const label = termOf(eachLanguage(entry.label), locale)
      const href = termOf(eachLanguage(entry.href), locale)
      return label && href && isSafeAddress(href.text) ? [{ label, href: href.text }] : []
    }),
    social: webLinks(site.social),
    ...(logo ? { logo } : {}),
    ...(site.accent ? { accent: site.accent } : {}),
    timeZone: site.timeZone || 'Asia/Jakarta',
  }
})

/** Returns the language of those old blog addresses that name no language. */
export async function oldDefaultLocale(): Promise<Locale> {
  const site = await (await cms()).findGlobal({
    slug: 'site',
    ...inEveryLanguage,
    select: { oldDefaultLocale: true },
  })
  return site.oldDefaultLocale ?? docusaurusDefaultLocale
}
