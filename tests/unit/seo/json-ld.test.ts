import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blogPosting, breadcrumbs, jsonForScript } from '@/seo/json-ld'
import { sampleArticle, sampleSite } from '../../support/samples/sample-views'

const origin = 'https://fajar.example'

test('an original names its translation', () => {
  expect(blogPosting({ origin, site: sampleSite, article: sampleArticle })).toMatchObject({
    '@type': 'BlogPosting',
    inLanguage: 'id',
    datePublished: '2026-08-16T18:30:00.000Z',
    author: [
      { '@type': 'Person', name: 'Sari Dewi', url: 'https://fajar.example/id/authors/sari' },
      { '@type': 'Person', name: 'Budi', url: 'https://fajar.example/id/authors/budi' },
    ],
    workTranslation: [{ '@id': 'https://fajar.example/en/blog/morning' }],
  })
})

test('a translation names its original', () => {
  const article = { ...sampleArticle, sourceLocale: 'en' as const }
  expect(blogPosting({ origin, site: sampleSite, article })).toMatchObject({
    translationOfWork: { '@id': 'https://fajar.example/en/blog/morning' },
  })
})

test('breadcrumbs are counted from one', () => {
  expect(
    breadcrumbs(origin, [
      { name: 'Artikel', href: '/id/blog' },
      { name: 'Pagi', href: '/id/blog/pagi' },
    ]),
  ).toMatchObject({
    itemListElement: [
      { position: 1, item: 'https://fajar.example/id/blog' },
      { position: 2, item: 'https://fajar.example/id/blog/pagi' },
    ],
  })
})

test('no text can end the script that it stands in, and every text comes back', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('</script>', '<!--', ']]>', '\u2028'),
  )
  fc.assert(
    fc.property(fc.array(hostile), (texts) => {
      const written = jsonForScript(texts)
      expect(written).not.toMatch(/[<\u2028\u2029]/)
      expect(JSON.parse(written)).toEqual(texts)
    }),
  )
})
