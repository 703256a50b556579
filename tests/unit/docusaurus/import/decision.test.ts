import { describe, expect, test } from 'vitest'
import { decide, type TextState } from '@/docusaurus/import/plan/decision'

const state = (title: string, ...text: string[]): TextState => ({ title, text })
const [before, here, file] = [state('A', 'x'), state('A', 'y'), state('B', 'x')]
const changed = { sameFile: false, winner: undefined }

test('creates what is not here, whether or not it was imported before', () => {
  expect(decide({ ...changed, base: undefined, ours: undefined, theirs: file })).toEqual({ does: 'create' })
  expect(decide({ sameFile: true, winner: 'ours', base: before, ours: undefined, theirs: before })).toEqual({
    does: 'create',
  })
})

test.each(['theirs', 'ours', undefined] as const)(
  'leaves what is here while the file stays the same (%s)',
  (winner) => {
    expect(decide({ sameFile: true, winner, base: before, ours: here, theirs: before })).toEqual({
      does: 'leave',
    })
  },
)

test('updates what nobody has changed here', () => {
  expect(decide({ ...changed, base: before, ours: before, theirs: file })).toEqual({ does: 'update' })
})

test('adopts a file that says what is here already', () => {
  expect(decide({ ...changed, base: before, ours: file, theirs: file })).toEqual({ does: 'adopt' })
  expect(decide({ ...changed, base: undefined, ours: file, theirs: file })).toEqual({ does: 'adopt' })
})

describe('where both have changed', () => {
  const both = { base: before, ours: here, theirs: file, sameFile: false }

  test('a conflict names what was changed here', () => {
    expect(decide({ ...both, winner: undefined })).toEqual({ does: 'conflict', fields: ['text'] })
  })

  test('the side that is asked for is taken where both have changed', () => {
    expect(decide({ ...both, winner: 'theirs' })).toEqual({ does: 'update' })
    expect(decide({ ...both, winner: 'ours' })).toEqual({ does: 'adopt' })
  })

  test('everything that differs is in conflict where nothing is known of an earlier import', () => {
    expect(decide({ ...both, base: undefined, winner: undefined })).toEqual({
      does: 'conflict',
      fields: ['title', 'text'],
    })
  })
})

test('does not compare what one side does not know', () => {
  const ours = { ...before, tags: ['1'] }
  expect(decide({ ...changed, base: before, ours, theirs: file })).toEqual({ does: 'update' })
})
