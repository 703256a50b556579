import { expect, test } from 'vitest'
import { byteRange } from '@/og/http/byte-range'

test.each([
  ['bytes=0-3', { first: 0, last: 3 }],
  ['bytes=4-', { first: 4, last: 9 }],
  ['bytes=8-99', { first: 8, last: 9 }],
  ['bytes=-3', { first: 7, last: 9 }],
  ['bytes=-99', { first: 0, last: 9 }],
  ['bytes=10-', 'none'],
  ['bytes=-0', 'none'],
  ['bytes=3-1', undefined],
  ['bytes=0-1,4-5', undefined],
  ['lines=0-3', undefined],
  ['bytes=a-b', undefined],
  [null, undefined],
])('of 10 bytes, the range %s is %j', (header, range) => {
  expect(byteRange(header, 10)).toEqual(range)
})
