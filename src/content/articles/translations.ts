import { type Locale, locales } from '@/i18n/locales'
import { hrefFor } from '@/site/hrefs'
import { asVisitor, cms } from '../cms'
import type { Translations } from '../views'

/** Returns the address of an article in each language in which it is published. */
export async function articleTranslations(id: string): Promise<Translations> {
  const payload = await cms()
  const found = await Promise.all(
    locales.map(async (locale) => {
      const { docs } = await payload.find({
        collection: 'articles',
        where: { id: { equals: id } },
        select: { slug: true },
        limit: 1,
        pagination: false,
        ...asVisitor(locale),
      })
      const slug = docs[0]?.slug
      return slug ? [[locale, hrefFor({ page: 'article', locale, slug })]] : []
    }),
  )
  return Object.fromEntries(found.flat())
}

/** Returns the address of a page in every language, for pages whose address contains nothing translated. */
export const everyLanguage = (href: (locale: Locale) => string): Translations =>
  Object.fromEntries(locales.map((locale) => [locale, href(locale)]))
