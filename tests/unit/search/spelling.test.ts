import { expect, test } from 'vitest'
import { distance } from '@/search/analysis/spelling'

test.each([
  ['kopi', 'kopi', 0],
  ['kpoi', 'kopi', 1],
  ['koppi', 'kopi', 1],
  ['kop', 'kopi', 1],
  ['kapi', 'kopi', 1],
  ['desentralisai', 'desentralisasi', 1],
  ['kota', 'kopi', 2],
])('%s is %s but for %i errors', (one, other, errors) => {
  expect(distance(one, other, 2)).toBe(errors)
})
