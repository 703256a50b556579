import { hrefFor } from '@/site/hrefs'
import { normalizedPath, oldListPage } from '@/site/old-addresses'
import { newAddress } from './article-by-slug'
import { oldDefaultLocale } from './site-view'
import { tagBySlug } from './tags'

/** Where an address of old, or one written in another form, leads now: in one step, or nowhere. */
export async function movedAddress(path: string): Promise<string | undefined> {
  const from = normalizedPath(path)
  const known = await newAddress(from)
  if (known) return known
  const page = oldListPage(from, await oldDefaultLocale())
  if (!page) return undefined
  const href = page.page === 'tag' ? await tagAddress(page) : hrefFor(page)
  return href === path ? undefined : href
}

/** Tags have been merged: an old spelling leads to the tag that it became. */
async function tagAddress(page: {
  locale: 'id' | 'en'
  slug: string
  number?: number
}): Promise<string | undefined> {
  const found = await tagBySlug(page.locale, page.slug)
  if (!found) return undefined
  return 'movedTo' in found ? found.movedTo : hrefFor({ ...page, page: 'tag' })
}
