import config from '@payload-config'
import { type DataFromCollectionSlug, getPayload } from 'payload'
import type { Locale } from '@/i18n/locales'

/** The one Payload of this server. */
export const cms = () => getPayload({ config })

/** What every read of a language states: as a visitor, without falling back to another language. */
export const asVisitor = (locale: Locale) =>
  ({ locale, fallbackLocale: false, overrideAccess: false, depth: 0 }) as const

/** A read of terms, whose texts are wanted in every language since they fall back. */
export const inEveryLanguage = {
  locale: 'all',
  fallbackLocale: false,
  overrideAccess: false,
  depth: 0,
} as const

/** The terms and pictures of these ids, with their texts in every language; those that do not exist are left out. */
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
