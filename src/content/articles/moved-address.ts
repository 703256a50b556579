import type { Locale } from '@/i18n/locales'
import { hrefFor } from '@/site/hrefs'
import { normalizedPath, oldListPage } from '@/site/old-addresses'
import { cms } from '../cms'
import { oldDefaultLocale } from '../site/site-view'
import { tagBySlug } from '../terms/tags'
import { articleTranslations } from './translations'

/**
 * Returns the current address for an old path, or for one in another form, in one step. Returns undefined when it
 * leads nowhere.
 */
export async function movedAddress(path: string): Promise<string | undefined> {
  const from = normalizedPath(path)
  const known = await newAddress(from)
  if (known) return known
  const page = oldListPage(from, await oldDefaultLocale())
  if (!page) return undefined
  const href = page.page === 'tag' ? await tagAddress(page) : hrefFor(page)
  return href === path ? undefined : href
}

/** Resolves the slug of a tag. Tags have been merged, so an old spelling leads to the tag that replaced it. */
async function tagAddress(page: {
  locale: Locale
  slug: string
  number?: number
}): Promise<string | undefined> {
  const found = await tagBySlug(page.locale, page.slug)
  if (!found) return undefined
  return 'movedTo' in found ? found.movedTo : hrefFor({ ...page, page: 'tag' })
}

/** Returns the address at which the document of a redirect is published now. */
async function newAddress(from: string): Promise<string | undefined> {
  const payload = await cms()
  const { docs } = await payload.find({
    collection: 'redirects',
    where: { from: { equals: from } },
    limit: 1,
    pagination: false,
    depth: 0,
    // Access rules hide redirects from visitors, but everybody may follow one.
    overrideAccess: true,
  })
  const [redirect] = docs
  if (!redirect) return undefined
  const id = typeof redirect.article === 'string' ? redirect.article : redirect.article.id
  return (await articleTranslations(id))[redirect.locale]
}
