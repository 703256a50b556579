import { expect, test } from 'vitest'
import { newUserFrom, passwordFrom } from '@/access/new-user'
import { UsageError } from '@/commands/usage-error'

test('the arguments of users:create name an email and a role, and the name is taken from the email where none is given', () => {
  expect(newUserFrom(['--email', 'dewi@example.org', '--role', 'admin'])).toEqual({
    email: 'dewi@example.org',
    role: 'admin',
    name: 'dewi',
    locales: [],
  })
})

test('the arguments of users:create name a translator’s languages', () => {
  const args = ['--email', 'd@example.org', '--role', 'translator', '--locales', 'id,en', '--name', 'Dewi S.']
  expect(newUserFrom(args)).toMatchObject({ name: 'Dewi S.', locales: ['id', 'en'] })
  expect(() => newUserFrom(args.slice(0, 4))).toThrow('--locales: a translator needs at least one language.')
})

test('the arguments of users:create that are wrong are all named at once', () => {
  expect(() => newUserFrom(['--email', 'dewi', '--role', 'boss', '--locales', 'id,fr'])).toThrow(
    [
      '--email: expected an address, got `dewi`.',
      '--role: expected one of admin, editor, translator, author, got `boss`.',
      '--locales: expected id, en, got `fr`.',
    ].join('\n'),
  )
})

test.each([['--mail', 'x'], ['dewi@example.org'], ['--email']])(
  'unknown arguments of users:create are refused: %s',
  (...args) => {
    expect(() => newUserFrom(args)).toThrow(UsageError)
  },
)

test('the password of users:create comes from standard input, without the end of its line', () => {
  expect(passwordFrom('kopi tubruk panas\n', 'teh manis dingin')).toBe('kopi tubruk panas')
  expect(passwordFrom('kopi tubruk \r\n', undefined)).toBe('kopi tubruk ')
})

test('the password of users:create comes from the environment where standard input is empty', () => {
  expect(passwordFrom('', 'teh manis dingin')).toBe('teh manis dingin')
})

test('a password of users:create that is missing or short is refused', () => {
  expect(() => passwordFrom('', undefined)).toThrow('TERBIT_PASSWORD')
  expect(() => passwordFrom('sembilan9\n', undefined)).toThrow('at least 12 characters, got 9')
})
