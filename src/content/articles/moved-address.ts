import { hrefFor } from '@/site/hrefs'
import { normalizedPath, oldListPage } from '@/site/old-addresses'
import { cms } from '../cms'
import { oldDefaultLocale } from '../site/site-view'
import { tagBySlug } from '../terms/tags'
import { articleTranslations } from './translations'

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

/** To where the document of a kept address is published now. */
async function newAddress(from: string): Promise<string | undefined> {
  const payload = await cms()
  const { docs } = await payload.find({
    collection: 'redirects',
    where: { from: { equals: from } },
    limit: 1,
    pagination: false,
    depth: 0,
    // Redirects are not listed for visitors; each is there to be followed.
    overrideAccess: true,
  })
  const [redirect] = docs
  if (!redirect) return undefined
  const id = typeof redirect.article === 'string' ? redirect.article : redirect.article.id
  return (await articleTranslations(id))[redirect.locale]
}
