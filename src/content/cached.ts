import { unstable_cache } from 'next/cache'

/**
 * Gives cache tags to the page that is being rendered, so that purging one of them purges the page. Next has no
 * other way to tag a page that reads from a database, so an empty cached function carries the tags.
 */
export async function carryTags(...tags: string[]): Promise<void> {
  await unstable_cache(async () => true, ['tags', ...tags], { tags })()
}
