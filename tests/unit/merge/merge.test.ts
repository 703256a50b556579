import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Merged, merge, mergeFields, type Sides, type Winner, winners } from '@/merge/merge'

const noWinner = { winner: undefined }
/** Few values, so that sides agree as often as they differ. */
const word = fc.constantFrom('a', 'b', 'c', undefined)
const sides = fc.record({ base: word, ours: word, theirs: word })
const maybeWinner = fc.constantFrom<Winner | undefined>(undefined, ...winners)
const fields = fc.dictionary(fc.constantFrom('title', 'text', 'date'), word)
const sidesOfFields = fc.record({ base: fields, ours: fields, theirs: fields })

const swapped = ({ base, ours, theirs }: Sides<string | undefined>) => ({ base, ours: theirs, theirs: ours })
const otherSide: Record<Merged, Merged> = {
  ours: 'theirs',
  theirs: 'ours',
  same: 'same',
  conflict: 'conflict',
}

describe('merging one unit', () => {
  test.each([
    ['a', 'a', 'a', 'same'],
    ['a', 'a', 'b', 'theirs'],
    ['a', 'b', 'a', 'ours'],
    ['a', 'b', 'b', 'same'],
    ['a', 'b', 'c', 'conflict'],
    [undefined, undefined, 'b', 'theirs'],
    [undefined, 'a', 'b', 'conflict'],
  ])('base %s, ours %s and theirs %s become %s', (base, ours, theirs, becomes) => {
    expect(merge({ base, ours, theirs }, noWinner)).toBe(becomes)
  })

  test('a side that has not changed never wins over one that has', () => {
    fc.assert(
      fc.property(word, word, maybeWinner, (base, changed, winner) => {
        fc.pre(changed !== base)
        expect(merge({ base, ours: base, theirs: changed }, { winner })).toBe('theirs')
        expect(merge({ base, ours: changed, theirs: base }, { winner })).toBe('ours')
      }),
    )
  })

  test('sides that say the same are never in conflict', () => {
    fc.assert(
      fc.property(word, word, maybeWinner, (base, both, winner) => {
        expect(merge({ base, ours: both, theirs: both }, { winner })).toBe('same')
      }),
    )
  })

  test('there is a conflict exactly where both sides have changed and differ, and the winner settles it', () => {
    fc.assert(
      fc.property(sides, fc.constantFrom(...winners), ({ base, ours, theirs }, winner) => {
        const bothChanged = ours !== base && theirs !== base && ours !== theirs
        const becomes = merge({ base, ours, theirs }, noWinner)
        expect(becomes === 'conflict').toBe(bothChanged)
        expect(merge({ base, ours, theirs }, { winner })).toBe(bothChanged ? winner : becomes)
      }),
    )
  })

  test('the result is mirrored when the sides are swapped', () => {
    fc.assert(
      fc.property(sides, (given) => {
        expect(merge(swapped(given), noWinner)).toBe(otherSide[merge(given, noWinner)])
      }),
    )
  })

  test('a side that is known to have changed is taken although its words are those of the base', () => {
    const given = { base: 'a', ours: 'b', theirs: 'a' }
    expect(merge(given, { ...noWinner, theirsChanged: true })).toBe('conflict')
    expect(merge(given, { theirsChanged: true, winner: 'theirs' })).toBe('theirs')
  })

  test('states are compared by the rule that is given', () => {
    const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase()
    expect(merge({ base: 'a', ours: 'A', theirs: 'b' }, { same, winner: undefined })).toBe('theirs')
  })
})

describe('merging fields', () => {
  test('changes of different fields on both sides go together', () => {
    const given = { base: { a: 1, b: 1 }, ours: { a: 1, b: 2 }, theirs: { a: 3, b: 1 } }
    expect(mergeFields(given, noWinner)).toEqual({ changes: { a: 3 }, conflicts: [] })
  })

  test('a field that the incoming side does not have is left alone', () => {
    fc.assert(
      fc.property(sidesOfFields, maybeWinner, (given, winner) => {
        const { changes, conflicts } = mergeFields(given, { winner })
        for (const field of [...Object.keys(changes), ...conflicts])
          expect(given.theirs).toHaveProperty(field)
      }),
    )
  })

  test('no field is both changed and in conflict', () => {
    fc.assert(
      fc.property(sidesOfFields, (given) => {
        const { changes, conflicts } = mergeFields(given, noWinner)
        expect(conflicts.filter((field) => field in changes)).toEqual([])
      }),
    )
  })

  test('merging again after the changes went in changes nothing', () => {
    fc.assert(
      fc.property(sidesOfFields, maybeWinner, (given, winner) => {
        const { changes } = mergeFields(given, { winner })
        const after = { base: given.theirs, ours: { ...given.ours, ...changes }, theirs: given.theirs }
        expect(mergeFields(after, { winner })).toEqual({ changes: {}, conflicts: [] })
      }),
    )
  })

  test('where theirs wins, every field of theirs that both changed goes in', () => {
    fc.assert(
      fc.property(sidesOfFields, ({ base, ours, theirs }) => {
        const { changes } = mergeFields({ base, ours, theirs }, { winner: 'theirs' })
        const after = { ...ours, ...changes }
        const changed = Object.keys(theirs).filter((field) => theirs[field] !== base[field])
        expect(changed.map((field) => after[field])).toEqual(changed.map((field) => theirs[field]))
      }),
    )
  })
})
