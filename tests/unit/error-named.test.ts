import { expect, test } from 'vitest'
import { isNamed } from '@/error-named'
import type { QueueFullError } from '@/og/store/render-thread'

class Copy extends Error {
  override name = 'QueueFullError'
}

test('an error of another copy of the class is recognized', () => {
  expect(isNamed<QueueFullError>(new Copy(), 'QueueFullError')).toBe(true)
})

test.each([new Error('QueueFullError'), { name: 'QueueFullError' }, 'QueueFullError', null, undefined])(
  'something else that was thrown is not: %o',
  (thrown) => {
    expect(isNamed<QueueFullError>(thrown, 'QueueFullError')).toBe(false)
  },
)
