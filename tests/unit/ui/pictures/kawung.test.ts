import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kawungOf, kawungSequence } from '@/ui/pictures/kawung'

test('a seed always gives the same design', () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      expect(kawungOf(seed)).toEqual(kawungOf(seed))
    }),
  )
})

test('neighbours on a list never share their dye, whatever their seeds', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 1 }), { minLength: 2, maxLength: 30 }), (seeds) => {
      const hues = kawungSequence(seeds).map(({ hue }) => hue)
      expect(hues.filter((hue, index) => hue === hues[index + 1])).toEqual([])
    }),
  )
})

test('the seeds of a site use every dye, scale and motif', () => {
  const designs = Array.from({ length: 300 }, (_, index) => kawungOf(`article-${index}`))
  const kinds = (pick: (design: (typeof designs)[number]) => unknown) => new Set(designs.map(pick)).size
  expect([kinds(({ hue }) => hue), kinds(({ tile }) => tile), kinds(({ motif }) => motif)]).toEqual([
    12, 4, 3,
  ])
})
