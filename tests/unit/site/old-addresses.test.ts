import { expect, test } from 'vitest'
import { hrefFor } from '@/site/hrefs'
import { articleAt, articleKey, normalizedPath, oldListPage } from '@/site/old-addresses'

test.each([
  ['/blog/', '/blog'],
  ['/blog/index.html', '/blog'],
  ['/blog/2024/05/11/name.html', '/blog/2024/05/11/name'],
  ['//blog///tags/', '/blog/tags'],
  ['/blog/tags/peta%20jalan', '/blog/tags/peta jalan'],
  ['/en/blog/caf%C3%A9.html', '/en/blog/café'],
  ['/id/blog/%E5%92%96%E5%95%A1/', '/id/blog/咖啡'],
  ['/%E0%A4%A', '/%E0%A4%A'],
  ['/', '/'],
])('%s is kept as %s', (path, normalized) => {
  expect(normalizedPath(path)).toBe(normalized)
})

test.each(['news', 'café', '咖啡'])(
  'the key of the article at %s is what its address is looked up by',
  (slug) => {
    const address = { locale: 'en', slug } as const
    expect(normalizedPath(hrefFor({ page: 'article', ...address }))).toBe(articleKey(address))
    expect(articleAt(articleKey(address))).toEqual(address)
  },
)

test.each(['/blog/name', '/en/tags/name', '/en/blog', '/en/blog/2024/name', '/fr/blog/name'])(
  '%s is the key of no article',
  (key) => {
    expect(articleAt(key)).toBeUndefined()
  },
)

test.each([
  ['/blog', '/en/blog'],
  ['/blog/page/3', '/en/blog/page/3'],
  ['/blog/archive', '/en/blog'],
  ['/blog/tags', '/en/tags'],
  ['/blog/tags/research', '/en/tags/research'],
  ['/blog/tags/research/page/2', '/en/tags/research/page/2'],
  ['/blog/authors/dora', '/en/authors/dora'],
  ['/blog/rss.xml', '/en/rss.xml'],
  ['/blog/atom.xml', '/en/rss.xml'],
  ['/id/blog/tags/penelitian', '/id/tags/penelitian'],
  ['/id/blog/authors', '/id/authors'],
  ['/id/blog/feed.json', '/id/rss.xml'],
])('%s of a blog in English with a translation is now %s', (old, now) => {
  const page = oldListPage(old, 'en')
  expect(page && hrefFor(page)).toBe(now)
})

test.each(['/', '/docs', '/blog/2024/05/11/name', '/blog/tags/a/b', '/blog/page/x', '/fr/blog'])(
  '%s is no list of the old blog',
  (path) => {
    expect(oldListPage(path, 'en')).toBeUndefined()
  },
)

test('addresses without a language are in the default language of the old site', () => {
  const page = oldListPage('/blog/tags/kopi', 'id')
  expect(page && hrefFor(page)).toBe('/id/tags/kopi')
})
