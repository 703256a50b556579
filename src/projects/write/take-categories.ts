import type { PayloadRequest } from 'payload'
import { byLocale, type Locale, locales } from '@/i18n/locales'
import type { Category } from '@/payload-types'
import { slugFrom } from '@/publishing/slug'
import type { RowCategory } from '../categories'
import { freeSlug } from '../free-slug'

/** Makes the categories that are missing, parents first, and gives others the names that they lack. Returns all ids. */
export async function takeCategories(
  req: PayloadRequest,
  categories: readonly RowCategory[],
): Promise<Map<RowCategory, string>> {
  const { docs } = await req.payload.find({
    collection: 'categories',
    locale: 'all',
    fallbackLocale: false,
    depth: 0,
    limit: 0,
    pagination: false,
    req,
  })
  const shelf = shelfOf(docs)
  const ids = new Map<RowCategory, string>()
  for (const category of categories) {
    const parent = category.parent && ids.get(category.parent)
    let id = category.id
    for (const locale of locales) {
      const name = category.lacking[locale]
      if (!name) continue
      const above = category.parent?.name[locale] ?? ''
      const slug = freeSlug([slugFrom(name), slugFrom(`${above} ${name}`) || 'category'], shelf.slugs[locale])
      const common = { collection: 'categories', locale, fallbackLocale: false, depth: 0, req } as const
      const place = () => ({ ...(parent ? { parent } : {}), order: shelf.nextBelow(parent) })
      const doc = id
        ? await req.payload.update({ ...common, id, data: { name, slug } })
        : await req.payload.create({ ...common, data: { name, slug, ...place() } })
      id = doc.id
    }
    if (!id) throw new Error(`Expected a name for the category ${category.key}.`)
    ids.set(category, id)
  }
  return ids
}

/** The slugs in each language and the places below each parent that are taken already. */
function shelfOf(categories: readonly Category[]) {
  const slugs = byLocale(() => new Set<string>())
  const orders = new Map<string | undefined, number>()
  for (const { slug, parent, order } of categories) {
    // Read with `locale: 'all'`, which Payload's types do not know.
    const written = (slug ?? {}) as Partial<Record<Locale, string | null>>
    for (const locale of locales) if (written[locale]) slugs[locale].add(written[locale])
    const above = (typeof parent === 'object' ? parent?.id : parent) ?? undefined
    orders.set(above, Math.max(orders.get(above) ?? 0, order ?? 0))
  }
  const nextBelow = (parent: string | undefined): number => {
    const next = (orders.get(parent) ?? 0) + 1
    orders.set(parent, next)
    return next
  }
  return { slugs, nextBelow }
}
