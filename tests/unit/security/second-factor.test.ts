import { Secret } from 'otpauth'
import { beforeAll, describe, expect, test } from 'vitest'
import { supply } from '@/env'
import {
  appAddress,
  hashOfRecoveryCode,
  newRecoveryCodes,
  newSecret,
  stepOf,
} from '@/security/second-factor/codes'
import { sealed, unsealed } from '@/security/secrets/sealed'

/** The secret of the test vectors in RFC 6238, appendix B. Six digits are the last six of its eight. */
const secret = Secret.fromLatin1('12345678901234567890').base32

describe('a code', () => {
  test.each([
    [59, '287082', 1],
    [1111111109, '081804', 37037036],
    [1234567890, '005924', 41152263],
    [20000000000, '353130', 666666666],
  ])('a code of RFC 6238 at %i seconds is %s, of step %i', (seconds, code, step) => {
    expect(stepOf(secret, code, seconds * 1000)).toBe(step)
    expect(stepOf(secret, ` ${code.slice(0, 3)} ${code.slice(3)}`, seconds * 1000)).toBe(step)
  })

  test('a code is of its own step whether the clock is a step behind or ahead, and no more', () => {
    const at = (seconds: number) => stepOf(secret, '081804', (1111111109 + seconds) * 1000)
    expect([-60, -30, 0, 30, 60].map(at)).toEqual([undefined, 37037036, 37037036, 37037036, undefined])
  })

  test.each(['', '28708', '2870820', 'abcdef', '28７082', '287083'])('a code is not “%s”', (code) => {
    expect(stepOf(secret, code, 59_000)).toBeUndefined()
  })
})

test('an app reads issuer, account and secret from the address', () => {
  const own = newSecret()
  const address = new URL(appAddress(own, 'dewi@example.org'))
  expect(address.protocol).toBe('otpauth:')
  expect(decodeURIComponent(address.pathname)).toContain('Terbit:dewi@example.org')
  expect(address.searchParams.get('secret')).toBe(own)
  expect(address.searchParams.get('issuer')).toBe('Terbit')
})

test('recovery codes are ten, and are taken however they are typed', () => {
  const codes = newRecoveryCodes()
  expect(new Set(codes).size).toBe(10)
  for (const code of codes) expect(code).toMatch(/^[2-9a-z]{5}-[2-9a-z]{5}$/)
  const [code = ''] = codes
  expect(hashOfRecoveryCode(` ${code.toUpperCase().replace('-', ' ')}`)).toBe(hashOfRecoveryCode(code))
})

describe('what is sealed', () => {
  beforeAll(() => supply({ PAYLOAD_SECRET: 'a secret for tests alone' }))

  test('what is sealed is read again, for the same purpose, unless it was changed', () => {
    const text = sealed('rahasia', 'test')
    expect(unsealed(text, 'test')).toBe('rahasia')
    expect(sealed('rahasia', 'test')).not.toBe(text)
    expect(() => unsealed(text, 'another')).toThrow()
    expect(() => unsealed(`${text.slice(0, -2)}AA`, 'test')).toThrow()
  })
})
