import { parseArgs } from 'node:util'
import { z } from 'zod'
import { UsageError } from '@/commands/usage-error'
import { isLocale, type Locale, locales } from '@/i18n/locales'
import { shortestPassword } from './passwords'
import { type Role, roles } from './roles'

export type NewUser = { email: string; role: Role; name: string; locales: Locale[] }

export const usersCreateUsage = [
  `npm run users:create -- --email E --role ROLE [--name N] [--locales ${locales.join(',')}]`,
  `  --role     ${roles.join(', ')}`,
  `  --locales  a translator's languages: ${locales.join(', ')}`,
  '  The password comes from standard input, else from TERBIT_PASSWORD.',
].join('\n')

/**
 * Reads the arguments of `users:create`.
 * @throws UsageError that names everything that is wrong
 */
export function newUserFrom(args: string[]): NewUser {
  const given = optionsIn(args)
  const errors: string[] = []
  const { email = '', role = '', name } = given
  if (!z.email().safeParse(email).success) errors.push(`--email: expected an address, got \`${email}\`.`)
  const known = roles.find((one) => one === role)
  if (!known) errors.push(`--role: expected one of ${roles.join(', ')}, got \`${role}\`.`)
  const asked = given.locales?.split(',') ?? []
  const unknown = asked.filter((locale) => !isLocale(locale))
  if (unknown.length > 0)
    errors.push(`--locales: expected ${locales.join(', ')}, got \`${unknown.join(',')}\`.`)
  if (known === 'translator' && asked.length === 0)
    errors.push('--locales: a translator needs at least one language.')
  if (errors.length > 0 || !known) throw new UsageError(errors.join('\n'))
  return {
    email: email.toLowerCase(),
    role: known,
    name: name || (email.split('@')[0] ?? email),
    locales: asked.filter(isLocale),
  }
}

/** Reads the password. @throws UsageError when there is none or when it is too short */
export function passwordFrom(standardInput: string, environment: string | undefined): string {
  const password = standardInput.replace(/\r?\n$/, '') || environment
  if (!password)
    throw new UsageError('Expected a password on standard input or in TERBIT_PASSWORD, found none.')
  const length = [...password].length
  if (length < shortestPassword)
    throw new UsageError(`Expected a password of at least ${shortestPassword} characters, got ${length}.`)
  return password
}

function optionsIn(args: string[]): { email?: string; role?: string; name?: string; locales?: string } {
  try {
    const text = { type: 'string' } as const
    return { ...parseArgs({ args, options: { email: text, role: text, name: text, locales: text } }).values }
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause })
  }
}
