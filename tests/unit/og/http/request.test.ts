import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CardRequestResult, parseCardRequest } from '@/og/http/request'
import { anyText } from '../any-text'

const parse = (query: string) => parseCardRequest(new URLSearchParams(query))
const ok = (request: object) => ({ ok: true, request })

test.each<[string, string, object]>([
  [
    'a title alone',
    'title=Halo%20%20dunia',
    { of: 'title', kind: 'site', title: 'Halo dunia', written: 'Halo  dunia' },
  ],
  [
    'a title with language and kind',
    'title=Halo&locale=id&kind=article',
    { of: 'title', kind: 'article', title: 'Halo', written: 'Halo', locale: 'id' },
  ],
  [
    'a document with version and signature',
    'kind=project&id=0b7e-1&locale=en&v=abc123&sig=x_y',
    { of: 'document', kind: 'project', id: '0b7e-1', locale: 'en', version: 'abc123' },
  ],
  ['no title', '', { of: 'site' }],
  ['a title of controls', 'title=%00%E2%80%AE', { of: 'site' }],
  ['a title that is not UTF-8', 'title=%FF%FE', { of: 'site' }],
  [
    'empty parameters',
    'title=Halo&locale=&kind=&id=&v=',
    { of: 'title', kind: 'site', title: 'Halo', written: 'Halo' },
  ],
])('a card’s address is read: %s', (_, query, request) => {
  expect(parse(query)).toEqual(ok(request))
})

test('tracking parameters change nothing in what a card’s address asks for', () => {
  expect(parse('title=Halo&utm_source=x&utm_source=y&fbclid=1&width=9999')).toEqual(parse('title=Halo'))
})

test.each([
  ['an unknown language', 'title=a&locale=fr', /locale "fr".*id, en/],
  ['an unknown kind', 'title=a&kind=page', /kind "page".*article/],
  ['a title given twice', 'title=a&title=b', /`title` was given 2 times/],
  ['an id without a kind', 'id=1', /`id` needs a `kind`/],
  ['an id of the site', 'id=1&kind=site', /`id` needs a `kind`/],
  ['a title beside an id', 'id=1&kind=tag&title=a', /Both/],
  ['an id with a path in it', 'id=..%2Fx&kind=tag', /`id` is "..\/x"/],
  ['a version with spaces', 'title=a&v=a%20b', /`v` is "a b"/],
  ['a signature that is too long', `title=a&sig=${'a'.repeat(65)}`, /`sig`/],
])('a card’s address is refused: %s', (_, query, reason) => {
  expect(parse(query)).toEqual({ ok: false, reason: expect.stringMatching(reason) })
})

test('any parameters of a card’s address give a request, or a reason of one short line', () => {
  const name = fc.constantFrom('title', 'locale', 'kind', 'id', 'v', 'sig', 'utm')
  fc.assert(
    fc.property(fc.array(fc.tuple(name, anyText), { maxLength: 6 }), (pairs) => {
      const result: CardRequestResult = parseCardRequest(new URLSearchParams(pairs))
      const reason = result.ok ? '.' : result.reason
      expect(reason.length).toBeLessThan(400)
      expect(reason).not.toContain('\n')
    }),
  )
})
