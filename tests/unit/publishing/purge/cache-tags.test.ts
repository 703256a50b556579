import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleTags, cacheTags } from '@/publishing/purge/cache-tags'

test("an article's publication purges the lists of both languages, since each names the addresses of the other", () => {
  const tags = articleTags([{ locale: 'id', slug: 'kopi' }])
  expect(tags).toContain(cacheTags.articles('id'))
  expect(tags).toContain(cacheTags.articles('en'))
  expect(tags).toContain(cacheTags.articleAt('id', 'kopi'))
})

test('two addresses never share a tag, and every tag fits a header', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      const [first, second] = [cacheTags.articleAt('en', a), cacheTags.articleAt('en', b)]
      expect(first === second).toBe(a === b)
      expect(first).toMatch(/^[\x21-\x7e]{1,256}$/)
    }),
  )
})
