import { expect, test } from 'vitest'
import { redact } from '@/logs/redact'

const hidden = [
  ['a header', JSON.stringify({ headers: { authorization: 'Bearer rahasia-sekali' } })],
  ['a cookie', JSON.stringify({ headers: { cookie: 'terbit-token=rahasia-sekali; a=b' } })],
  ['cookies that are set', JSON.stringify({ 'set-cookie': ['terbit-token=rahasia-sekali; Path=/', 'a=b'] })],
  ['a password', JSON.stringify({ data: { password: 'rahasia-sekali' } })],
  ['a password with quotes', JSON.stringify({ password: 'x"rahasia-sekali' })],
  ['a number', JSON.stringify({ token: 12345678 })],
  ['JSON within a text', JSON.stringify({ msg: JSON.stringify({ password: 'rahasia-sekali' }) })],
  ['an object as Node prints it', JSON.stringify({ msg: "{ password: 'rahasia-sekali' }" })],
  ['a set-up link', JSON.stringify({ msg: 'GET /setup?token=rahasia-sekali' })],
  ['a second parameter', JSON.stringify({ msg: '/reset?a=b&token=rahasia-sekali#x' })],
  ['a token in words', JSON.stringify({ msg: 'sent Authorization: JWT rahasia-sekali' })],
  ['a JSON Web Token', JSON.stringify({ msg: 'got eyJhbGciOiJI.eyJpZCI6IjEi.rahasia-sekali' })],
  ['the cookie of the session', JSON.stringify({ msg: 'Cookie __Host-terbit-token=rahasia-sekali; a=b' })],
  ['the address of a database', JSON.stringify({ msg: 'postgres://terbit:rahasia-sekali@localhost/x' })],
  [
    'the values of a failed query',
    JSON.stringify({ msg: 'Failed query: update "users" set "hash" = $1\nparams: rahasia-sekali,12345678' }),
  ],
  ['a secret that is known', JSON.stringify({ msg: 'key rahasia-sekali' })],
] as const

test.each(hidden)('%s is not shown', (_, line) => {
  const clean = redact(line, ['rahasia-sekali'])
  expect(clean).not.toMatch(/rahasia-sekali|12345678/)
  expect(() => JSON.parse(clean)).not.toThrow()
})

test.each(hidden.slice(0, -1))('%s is recognized by its place', (_, line) => {
  expect(redact(line)).not.toMatch(/rahasia-sekali|12345678/)
})

test('what stands around a secret stays', () => {
  const line = JSON.stringify({ msg: 'GET /setup?token=abc&x=1 answered', password: 'abc', path: '/id/blog' })
  expect(JSON.parse(redact(line))).toEqual({
    msg: 'GET /setup?token=[redacted]&x=1 answered',
    password: '[redacted]',
    path: '/id/blog',
  })
})
