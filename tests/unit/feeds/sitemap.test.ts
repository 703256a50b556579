import { expect, test } from 'vitest'
import { type SitemapEntry, sitemap, sitemapFiles, sitemapIndex } from '@/feeds/sitemap'

const both: SitemapEntry = {
  addresses: { id: 'https://terbit.example/id/blog/fajar', en: 'https://terbit.example/en/blog/dawn' },
  modified: { id: '2026-08-17T03:00:00.000Z' },
  images: { id: ['https://terbit.example/api/media/file/fajar%20pagi.webp'] },
}
const english: SitemapEntry = { addresses: { en: 'https://terbit.example/en/blog/a%26b?c=1&d=2' } }

test.each(['id', 'en'] as const)(
  'the sitemap in %s is written as agreed, with reciprocal alternates',
  async (locale) => {
    await expect(sitemap([both, english], locale)).toMatchFileSnapshot(`./sitemap-${locale}.golden.xml`)
  },
)

test('an index names each file', async () => {
  await expect(sitemapIndex(['https://terbit.example/id/sitemap/1.xml'])).toMatchFileSnapshot(
    './sitemap-index.golden.xml',
  )
})

test('a file holds no more addresses than the limit, and none that is not of its language', () => {
  expect(sitemapFiles([both, english, both, english], 'en', 3)).toEqual([[both, english, both], [english]])
  expect(sitemapFiles([english, both], 'id', 3)).toEqual([[both]])
})

test('a language without a page has an empty file', () => {
  expect(sitemapFiles([english], 'id')).toEqual([[]])
})
