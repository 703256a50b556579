import { expect, test } from 'vitest'
import { formatDate, formatList, formatNumber, listPieces } from '@/i18n/formats'

const iso = '2026-08-16T18:30:00.000Z'

test('a date is written in the words and order of its language', () => {
  expect([
    formatDate({ iso, locale: 'id', timeZone: 'UTC' }),
    formatDate({ iso, locale: 'en', timeZone: 'UTC' }),
  ]).toEqual(['16 Agustus 2026', 'August 16, 2026'])
})

test('a date falls on the day that it is in the time zone', () => {
  expect(formatDate({ iso, locale: 'id', timeZone: 'Asia/Jakarta', style: 'short' })).toBe('17 Agu 2026')
})

test('what is no date is refused by name', () => {
  expect(() => formatDate({ iso: 'yesterday', locale: 'en', timeZone: 'UTC' })).toThrow(/"yesterday"/)
})

test('numbers are grouped as the language does', () => {
  expect([formatNumber(12345.5, 'id'), formatNumber(12345.5, 'en')]).toEqual(['12.345,5', '12,345.5'])
})

test('a list is joined as the language does', () => {
  const names = ['Sari', 'Budi', 'Ayu']
  expect([formatList(names, 'id'), formatList(names, 'en')]).toEqual([
    'Sari, Budi, dan Ayu',
    'Sari, Budi, and Ayu',
  ])
})

test('the pieces of a list put each item in its place between the words', () => {
  expect(listPieces(2, 'id')).toEqual([{ index: 0 }, { text: ' dan ' }, { index: 1 }])
})
