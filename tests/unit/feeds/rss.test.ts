import { expect, test } from 'vitest'
import { rss } from '@/feeds/rss'
import { sampleFeed as feed } from './sample-feed'

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
