import fc from 'fast-check'
import { expect, test } from 'vitest'
import { locales } from '@/i18n/locales'
import { negotiateLocale } from '@/i18n/negotiate-locale'

test('the reader’s earlier choice beats the languages of the browser', () => {
  expect(negotiateLocale({ cookie: 'id', acceptLanguage: 'en-GB,en' })).toBe('id')
})

test('a cookie that names no language of ours is passed over', () => {
  expect(negotiateLocale({ cookie: 'fr', acceptLanguage: 'en' })).toBe('en')
})

test.each([
  ['en-GB,en;q=0.9', 'en'],
  ['id-ID,id;q=0.9,en;q=0.8', 'id'],
  ['en;q=0.4, id;q=0.7', 'id'],
  ['in-ID,in;q=0.9', 'id'],
  ['fr-FR, en;q=0.5', 'en'],
  ['en;q=0, id', 'id'],
  ['en;q=0', 'id'],
  ['ja', 'id'],
  ['jv', 'id'],
  ['*', 'id'],
  ['', 'id'],
  ['en;q=abc', 'id'],
  [';;;,,,q=1', 'id'],
])('the Accept-Language %j means %s', (acceptLanguage, expected) => {
  expect(negotiateLocale({ acceptLanguage })).toBe(expected)
})

test('any Accept-Language at all is answered with a language of ours', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (acceptLanguage) => {
      expect(locales).toContain(negotiateLocale({ acceptLanguage }))
    }),
  )
})
