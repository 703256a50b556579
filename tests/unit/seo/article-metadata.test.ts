import { expect, test } from 'vitest'
import { articleMetadata } from '@/seo/article-metadata'
import { sampleArticle, sampleSite } from '../../support/samples/sample-views'

const origin = 'https://fajar.example'
const metadata = (changes: Partial<typeof sampleArticle> = {}) =>
  articleMetadata({ origin, site: sampleSite, article: { ...sampleArticle, ...changes } })

test('names itself, its translation, the default and the feed', () => {
  expect(metadata().alternates).toEqual({
    canonical: 'https://fajar.example/id/blog/pagi',
    languages: {
      id: 'https://fajar.example/id/blog/pagi',
      en: 'https://fajar.example/en/blog/morning',
      'x-default': 'https://fajar.example/id/blog/pagi',
    },
    types: {
      'application/rss+xml': 'https://fajar.example/id/rss.xml',
      'application/atom+xml': 'https://fajar.example/id/atom.xml',
      'application/feed+json': 'https://fajar.example/id/feed.json',
      'text/markdown': 'https://fajar.example/id/blog/pagi.md',
    },
  })
})

test('names no other language where it is published in one alone', () => {
  const alone = metadata({ translations: { id: '/id/blog/pagi' } })
  expect([alone.alternates?.languages, alone.openGraph?.alternateLocale]).toEqual([undefined, []])
})

test('gives the card its size, kind and words', () => {
  expect(metadata().openGraph?.images).toEqual([
    {
      url: 'https://fajar.example/api/og?title=Pagi',
      width: 1200,
      height: 630,
      alt: 'Kartu berjudul: Pagi di kota',
      type: 'image/png',
    },
  ])
})

test('writes languages as Open Graph does', () => {
  expect(metadata().openGraph).toMatchObject({ locale: 'id_ID', alternateLocale: ['en_US'], type: 'article' })
})

test('keeps an unlisted article out of search engines, and no other', () => {
  expect([metadata({ unlisted: true }).robots, metadata().robots]).toEqual([
    { index: false, follow: true },
    undefined,
  ])
})
