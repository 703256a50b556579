import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isReservedSlug, slugFrom } from '@/publishing/slug'

test.each([
  ['Desentralisasi AI: Sebuah Tinjauan', 'desentralisasi-ai-sebuah-tinjauan'],
  ['Đà Nẵng & São Paulo', 'da-nang-sao-paulo'],
  ['Editor’s note', 'editors-note'],
  ['日本語', '日本語'],
  ['Page', 'page-1'],
  ['…', ''],
])('proposes for %j the address %j', (title, slug) => {
  expect(slugFrom(title)).toBe(slug)
})

test('a proposal is cut between words', () => {
  const slug = slugFrom('pertanggungjawaban '.repeat(9))
  expect(slug).toMatch(/^(pertanggungjawaban-?)+$/)
  expect(slug.length).toBeLessThanOrEqual(80)
})

test('whatever the title, the proposal may be used, and proposing again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (title) => {
      const slug = slugFrom(title)
      if (slug === '') return
      expect(isReservedSlug(slug)).toBe(false)
      expect(slugFrom(slug)).toBe(slug)
    }),
  )
})

test.each(['page', 'Page', 'a.md', 'a b', 'a/b', '-a', '', 'x'.repeat(201)])('%j is reserved', (slug) => {
  expect(isReservedSlug(slug)).toBe(true)
})
