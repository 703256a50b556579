import { expect, test } from 'vitest'
import { type SitemapEntry, sitemap, sitemapFiles, sitemapIndex } from '@/feeds/sitemap'

const both: SitemapEntry = {
  addresses: { id: 'https://terbit.example/id/blog/fajar', en: 'https://terbit.example/en/blog/dawn' },
  modified: { id: '2026-08-17T03:00:00.000Z' },
}
const english: SitemapEntry = { addresses: { en: 'https://terbit.example/en/blog/a%26b?c=1&d=2' } }

test('a sitemap is written as agreed, with reciprocal alternates', async () => {
  await expect(sitemap([both, english])).toMatchFileSnapshot('./sitemap.golden.xml')
})

test('an index names each file', async () => {
  await expect(sitemapIndex(['https://terbit.example/sitemap/1.xml'])).toMatchFileSnapshot(
    './sitemap-index.golden.xml',
  )
})

test('a file holds no more addresses than the limit, and keeps the languages of a page together', () => {
  expect(sitemapFiles([both, english, both, english, english], 3)).toEqual([
    [both, english],
    [both, english],
    [english],
  ])
})

test('as many addresses as the limit fit into one file', () => {
  expect(sitemapFiles([both, english], 3)).toHaveLength(1)
})
