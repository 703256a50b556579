import { expect, test } from 'vitest'
import { translator } from '@/i18n/translator'

test('chooses English singular and plural by count', () => {
  const t = translator('en', 'site')
  expect([t('articles.count', { count: 1 }), t('articles.count', { count: 2 })]).toEqual([
    '1 article',
    '2 articles',
  ])
})

test('uses the one Indonesian form for every count', () => {
  const t = translator('id', 'site')
  expect([0, 1, 2].map((count) => t('articles.count', { count }))).toEqual([
    '0 artikel',
    '1 artikel',
    '2 artikel',
  ])
})

test('two languages stand beside each other without changing one another', () => {
  const indonesian = translator('id', 'site')
  const english = translator('en', 'site')
  expect([indonesian('nav.articles'), english('nav.articles'), indonesian('nav.articles')]).toEqual([
    'Artikel',
    'Articles',
    'Artikel',
  ])
})

test('leaves characters of HTML in values as they are, for the printer escapes them', () => {
  expect(translator('en', 'site')('tag.description', { site: 'A & B', name: '<i>' })).toBe(
    'Articles of A & B about <i>.',
  )
})
