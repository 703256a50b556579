import { unstable_cache } from 'next/cache'

/**
 * Makes a value once and caches it until one of its cache tags is purged. This is for addresses outside the pages
 * of a language: otherwise Next would make them during the build, when there is no database.
 */
export const kept = <T>(name: string, tags: string[], make: () => Promise<T>): Promise<T> =>
  unstable_cache(make, ['kept', name], { tags })()
