import { expect, test } from 'vitest'
import { setupCookie } from '@/security/setup-token'
import { cookieForHost, cookiesFromHost, secretCookies } from '@/server/headers/host-cookies'

test('the cookies that let somebody in are those of Payload and of the set-up link', async () => {
  const { readFile } = await import('node:fs/promises')
  const [, prefix] = /cookiePrefix: '([^']+)'/.exec(await readFile('payload.config.ts', 'utf8')) ?? []
  expect([...secretCookies].sort()).toEqual([setupCookie, `${prefix}-token`].sort())
})

test.each([
  [
    'terbit-token=a; Path=/; Secure=true; HttpOnly=true',
    '__Host-terbit-token=a; Path=/; Secure=true; HttpOnly=true',
  ],
  ['terbit-setup=; Path=/; Max-Age=0', '__Host-terbit-setup=; Path=/; Max-Age=0; Secure'],
  ['terbit-lng=id; Path=/', 'terbit-lng=id; Path=/'],
  ['terbit-tokens=a; Path=/', 'terbit-tokens=a; Path=/'],
])('%s is set as %s', (given, set) => {
  expect(cookieForHost(given)).toBe(set)
})

test.each([
  ['a=b; __Host-terbit-token=x; terbit-lng=id', 'a=b; terbit-token=x; terbit-lng=id'],
  // Set by a neighbouring host, before or after the true one.
  ['terbit-token=evil; __Host-terbit-token=x; terbit-token=evil', 'terbit-token=x'],
  ['terbit-token=evil', ''],
  [' terbit-token =evil;terbit-setup=evil', ''],
  ['__Host-other=1', '__Host-other=1'],
  // Payload reads a cookie without a value as "true".
  ['terbit-token', ''],
])('of %j Payload sees %j', (sent, seen) => {
  expect(cookiesFromHost(sent)).toBe(seen)
})
