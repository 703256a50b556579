import { describe, expect, test } from 'vitest'
import { decide, type TextState } from '@/docusaurus/import/plan/decision'

const state = (title: string, ...text: string[]): TextState => ({ title, text })
const [before, here, file] = [state('A', 'x'), state('A', 'y'), state('B', 'x')]
const changed = { sameFile: false, mode: undefined }

test('creates what is not here, whether or not it was imported before', () => {
  expect(decide({ ...changed, base: undefined, present: undefined, next: file })).toEqual({ does: 'create' })
  expect(decide({ sameFile: true, mode: 'ours', base: before, present: undefined, next: before })).toEqual({
    does: 'create',
  })
})

test.each(['theirs', 'ours', undefined] as const)(
  'leaves what is here while the file stays the same (%s)',
  (mode) => {
    expect(decide({ sameFile: true, mode, base: before, present: here, next: before })).toEqual({
      does: 'leave',
    })
  },
)

test('updates what nobody has changed here', () => {
  expect(decide({ ...changed, base: before, present: before, next: file })).toEqual({ does: 'update' })
})

test('adopts a file that says what is here already', () => {
  expect(decide({ ...changed, base: before, present: file, next: file })).toEqual({ does: 'adopt' })
  expect(decide({ ...changed, base: undefined, present: file, next: file })).toEqual({ does: 'adopt' })
})

describe('where both have changed', () => {
  const both = { base: before, present: here, next: file, sameFile: false }

  test('names what was changed here', () => {
    expect(decide({ ...both, mode: undefined })).toEqual({ does: 'conflict', fields: ['text'] })
  })

  test('takes the side that is asked for', () => {
    expect(decide({ ...both, mode: 'theirs' })).toEqual({ does: 'update' })
    expect(decide({ ...both, mode: 'ours' })).toEqual({ does: 'adopt' })
  })

  test('counts everything that differs where nothing is known of an earlier import', () => {
    expect(decide({ ...both, base: undefined, mode: undefined })).toEqual({
      does: 'conflict',
      fields: ['title', 'text'],
    })
  })
})

test('does not compare what one side does not know', () => {
  const present = { ...before, tags: ['1'] }
  expect(decide({ ...changed, base: before, present, next: file })).toEqual({ does: 'update' })
})
