import { unstable_cache } from 'next/cache'

/**
 * What is made once and kept until one of its cache tags is purged, for an address that no page of a language is, and which
 * Next would otherwise make when the site is built, without a database.
 */
export const kept = <T>(name: string, tags: string[], make: () => Promise<T>): Promise<T> =>
  unstable_cache(make, ['kept', name], { tags })()
