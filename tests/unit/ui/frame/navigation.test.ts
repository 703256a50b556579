import { expect, test } from 'vitest'
import { currency, navigationOf } from '@/ui/frame/navigation'
import { sampleSite } from '../../../support/samples/sample-views'

test.each([
  ['/id/blog', '/id/blog', 'page'],
  ['/id/blog', '/id/blog/pagi', 'true'],
  ['/id/blog', '/id/blogs', undefined],
  ['/id', '/id/blog', undefined],
])('a link to %s on the page %s is current: %s', (href, path, expected) => {
  expect(currency(href, path)).toBe(expected)
})

test('a site without a menu of its own gets ours, in its language', () => {
  expect(navigationOf(sampleSite, 'id').map(({ label, href }) => `${label.text} ${href}`)).toEqual([
    'Artikel /id/blog',
    'Proyek /id/projects',
    'Topik /id/tags',
    'Penulis /id/authors',
  ])
})
