import { expect, test } from 'vitest'
import { rateLimit } from '@/security/rate-limit'

const clock = () => {
  let time = 0
  return { now: () => time, pass: (milliseconds: number) => (time += milliseconds) }
}

test('an address may take its burst at once, and then waits until one is back', () => {
  const { now } = clock()
  const limit = rateLimit({ burst: 3, perSecond: 0.5, now })
  expect([1, 2, 3, 4].map(() => limit.take('a'))).toEqual([0, 0, 0, 2])
})

test('what was taken comes back with time, up to the burst', () => {
  const { now, pass } = clock()
  const limit = rateLimit({ burst: 2, perSecond: 1, now })
  expect([limit.take('a'), limit.take('a'), limit.take('a')]).toEqual([0, 0, 1])
  pass(1_000)
  expect([limit.take('a'), limit.take('a')]).toEqual([0, 1])
  pass(3_600_000)
  expect([1, 2, 3].map(() => limit.take('a'))).toEqual([0, 0, 1])
})

test('addresses do not take from each other', () => {
  const limit = rateLimit({ burst: 1, perSecond: 1, now: () => 0 })
  expect([limit.take('a'), limit.take('b'), limit.take('a')]).toEqual([0, 0, 1])
})
