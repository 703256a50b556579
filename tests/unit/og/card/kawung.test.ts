import { expect, test } from 'vitest'
import { backgroundSvg } from '@/og/card/background'
import { seedOfEach, variantOf, variants } from '@/og/card/kawung'

test('the twelve backgrounds differ from each other', () => {
  const drawn = Array.from({ length: variants }, (_, variant) =>
    backgroundSvg(variant, { name: 'Terbit' }, { language: true, brand: true }),
  )
  expect(new Set(drawn).size).toBe(12)
})

test('a seed always has the same background', () => {
  expect(variantOf('0192a6f0-0000-7000-8000-000000000001')).toBe(
    variantOf('0192a6f0-0000-7000-8000-000000000001'),
  )
})

test('seeds are spread over all backgrounds', () => {
  const found = new Set(Array.from({ length: 200 }, (_, number) => variantOf(`article-${number}`)))
  expect(found.size).toBe(variants)
})

test('there is a seed for each background', () => {
  expect(new Set(seedOfEach().map(variantOf)).size).toBe(variants)
})
