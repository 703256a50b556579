import { expect, test } from 'vitest'
import { boundedQuery } from '@/security/bounded-query'

const list = (count: number, one: (number: number) => string, between = '&') =>
  Array.from({ length: count }, (_, number) => one(number)).join(between)

test.each([
  ['', ''],
  ['?where[slug][equals]=pagi&sort=-publishedAt&limit=10&depth=1', ''],
  ['?limit=0', '?limit=1000'],
  ['?limit=-1', '?limit=1000'],
  ['?limit=1000000', '?limit=1000'],
  ['?where%5Bid%5D%5Bequals%5D=a&limit=0', '?where%5Bid%5D%5Bequals%5D=a&limit=1000'],
  ['?depth=10', '?depth=5'],
  ['?limit=&depth=', ''],
  ['?joins=false', ''],
  [`?${list(100, (n) => `where[and][0][id][in][${n}]=4f2e${n}`)}`, ''],
])('the query %s is read as %s', (search, read) => {
  expect(boundedQuery(search)).toEqual({ search: read || search })
})

test.each([
  ['the ids of a list, one by one', `?${list(501, (n) => `where[id][in][${n}]=a`)}`],
  ['the ids of a list in one value', `?where[id][in]=${list(501, () => 'a', ',')}`],
  ['the ids of several lists', `?${list(10, (n) => `where[or][${n}][id][in]=${list(60, () => 'a', ',')}`)}`],
  [
    'the ids of a list in JSON',
    `?where=${encodeURIComponent(`{"id":{"in":[${list(501, () => '"a"', ',')}]}}`)}`,
  ],
  ['the levels of conditions in JSON', `?where=${'{"and":['.repeat(300)}`],
  ['the characters of a comparison', `?where[title][like]=${'a'.repeat(25_001)}`],
  ['the names of a sort', `?sort=${list(6, () => 'title', ',')}`],
  ['the names of a sort, one by one', `?${list(6, (n) => `sort[${n}]=title`)}`],
  ['the length of a sort', `?sort=${'a'.repeat(101)}`],
  ['the levels of brackets', `?select${'[a]'.repeat(11)}=true`],
  ['all parameters', `?${list(501, (n) => `select[a${n}]=true`)}`],
  ['a list of limits', '?limit[]=0'],
  ['repeated limits', '?limit=1&limit=0'],
  ['a limit that is no number', '?limit=1e9'],
  ['a negative depth', '?depth=-1'],
  ['a page that is no number', '?page=a'],
  ['joins', '?joins[a][limit]=0'],
])('is refused for %s', (_what, search) => {
  expect(boundedQuery(search)).toEqual({ refused: expect.stringMatching(/^(Expected|There are no)/) })
})
