import { expect, test } from 'vitest'
import { EnvironmentError, parseEnvironment } from '@/env'

const refusal = (variables: Record<string, string>) => {
  try {
    parseEnvironment(variables)
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message
    throw error
  }
  return undefined
}

test('everything has a default on one machine', () => {
  expect(parseEnvironment({})).toMatchObject({
    port: 3000,
    siteUrl: 'http://localhost:3000',
    databaseUrl: undefined,
    embedded: true,
  })
})

test('an empty variable is an unset one', () => {
  expect(parseEnvironment({ PORT: '', SITE_URL: '' })).toMatchObject({ port: 3000 })
})

test('all settings that are wrong are named at once', () => {
  const message = refusal({
    PORT: 'http',
    SITE_URL: 'example.org',
    DATABASE_URL: 'mysql://x',
    PAYLOAD_SECRET: 'short',
  })
  for (const name of ['PORT', 'SITE_URL', 'DATABASE_URL', 'PAYLOAD_SECRET']) expect(message).toContain(name)
})

test('with a database of its own, secret and address are required', () => {
  const message = refusal({ DATABASE_URL: 'postgres://localhost/terbit' })
  expect(message).toContain('PAYLOAD_SECRET')
  expect(message).toContain('SITE_URL')
})

test('the origin has no slash at its end', () => {
  expect(parseEnvironment({ SITE_URL: 'https://example.org/' }).siteUrl).toBe('https://example.org')
})
