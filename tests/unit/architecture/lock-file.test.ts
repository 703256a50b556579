import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

type Lock = { packages: Record<string, { optionalDependencies?: Record<string, string> }> }

// If a registry lacks the packages of another platform, `npm install` leaves them out of the lock file, and `npm ci`
// then refuses that lock file on every machine.
test('the lock file holds every optional package, those of other platforms too', async () => {
  const lock = JSON.parse(await readFile('package-lock.json', 'utf8')) as Lock
  const held = new Set(Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, '')))
  const wanted = Object.values(lock.packages).flatMap((one) => Object.keys(one.optionalDependencies ?? {}))
  expect(wanted.length).toBeGreaterThan(20)
  expect(wanted.filter((name) => !held.has(name))).toEqual([])
})
