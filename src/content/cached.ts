import { unstable_cache } from 'next/cache'

/**
 * Marks the page that is being rendered with cache tags: purging one of them purges the page. What is cached here is
 * nothing but the mark, since Next has no other way to tag a page that reads from a database.
 */
export async function carryTags(...tags: string[]): Promise<void> {
  await unstable_cache(async () => true, ['tags', ...tags], { tags })()
}
