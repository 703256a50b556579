import { expect, test } from 'vitest'
import { isSafeAddress, isWebAddress } from '@/site/web-address'

test.each([
  'https://example.org',
  'http://example.org/a?b=c#d',
  'HTTPS://example.org',
  '/',
  '/id/blog',
  '/a//b',
  '/é',
])('takes %s', (address) => expect(isSafeAddress(address)).toBe(true))

test.each([
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/ /evil.example',
  'https:/\\evil.example',
  'https:evil.example',
  'https:///evil.example',
  'https://bank.example@evil.example',
  'https://bank.example:x@evil.example',
  'https://a b',
  'https://',
  'evil.example',
  './picture.png',
  '../picture.png',
  '#x',
  '?x',
  'mailto:a@example.org',
  'file:///etc/passwd',
  '\u0000https://example.org',
  'https://example.org/\u0007',
  '',
])('refuses %j', (address) => expect(isSafeAddress(address)).toBe(false))

test('a path is no address on the web', () => {
  expect(isWebAddress('/id/blog')).toBe(false)
})
