import config from '@payload-config'
import { type DataFromCollectionSlug, getPayload } from 'payload'
import type { Locale } from '@/i18n/locales'

/** Returns the one Payload instance of this server. */
export const cms = () => getPayload({ config })

/** The options of every read in one language: a visitor's rights, and no fallback to another language. */
export const asVisitor = (locale: Locale) =>
  ({ locale, fallbackLocale: false, overrideAccess: false, depth: 0 }) as const

/** The options of a read of terms. Terms fall back, so their texts are read in every language. */
export const inEveryLanguage = {
  locale: 'all',
  fallbackLocale: false,
  overrideAccess: false,
  depth: 0,
} as const

/**
 * Returns the terms or pictures with these ids, with their texts in every language. Ids that do not exist are left
 * out.
 */
export async function documentsById<Slug extends 'authors' | 'tags' | 'media'>(
  collection: Slug,
  ids: readonly string[],
): Promise<DataFromCollectionSlug<Slug>[]> {
  if (ids.length === 0) return []
  const where = { id: { in: [...new Set(ids)] } }
  const found = await (await cms()).find({
    collection,
    where,
    ...inEveryLanguage,
    pagination: false,
    limit: 0,
  })
  return found.docs as DataFromCollectionSlug<Slug>[]
}
