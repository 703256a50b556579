import { expect, test } from 'vitest'
import { type Feed, rss } from '@/feeds/rss'

const feed: Feed = {
  origin: 'https://terbit.example',
  url: 'https://terbit.example/id',
  self: 'https://terbit.example/id/rss.xml',
  title: 'Terbit: artikel dalam bahasa Indonesia',
  description: 'Majalah tentang "kata" & mesin',
  locale: 'id',
  items: [
    {
      url: 'https://terbit.example/id/blog/fajar',
      title: 'Fajar <di> Jakarta & Bandung',
      description: 'Pagi hari.',
      html: '<p>Lihat <a href="/id/tags/kota">kota</a>. ]]> <img src="/api/media/a.png" srcset="/a.png 1x, /b.png 2x" alt=""></p>',
      publishedAt: '2026-08-17T03:00:00.000Z',
      authors: ['Sari', 'Budi'],
      topics: ['Kota'],
      image: 'https://terbit.example/api/og?title=Fajar&locale=id',
    },
    {
      url: 'https://terbit.example/id/blog/senja',
      title: 'Senja',
      html: '<p>Malam.</p>',
      publishedAt: '2026-08-16T03:00:00.000Z',
      authors: [],
      topics: [],
    },
  ],
}

test('a feed is written as agreed, element by element', async () => {
  await expect(rss(feed)).toMatchFileSnapshot('./rss.golden.xml')
})

test('a feed without articles has no date of its own', () => {
  expect(rss({ ...feed, items: [] })).not.toContain('lastBuildDate')
})

test('characters that XML forbids are left out, and others stay', () => {
  const [item] = feed.items
  const title = 'a\u0000b\u000Bc\uD800d\uFFFEe😀\té'
  const items = item ? [{ ...item, title, html: title }] : []
  const written = rss({ ...feed, items })
  expect([...written.matchAll(/abcde😀\té/g)]).toHaveLength(2)
})

test('a date that is none is refused by name', () => {
  const [item] = feed.items
  const items = item ? [{ ...item, publishedAt: 'kemarin' }] : []
  expect(() => rss({ ...feed, items })).toThrow(/"kemarin"/)
})
