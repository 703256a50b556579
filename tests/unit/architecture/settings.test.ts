import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Settings that Node, the product itself or a test sets. */
const internal = ['NODE_ENV', 'TERBIT_EMBEDDED', 'TERBIT_FAULTS']

/** Settings that only tests read. */
const forTests = ['TERBIT_CHROMIUM']

test('.env.example names every setting and no other', () => {
  const known = [...readFileSync('src/env.ts', 'utf8').matchAll(/^ {4}([A-Z_]+): /gm)].map(
    ([, name]) => name ?? '',
  )
  const example = readFileSync('.env.example', 'utf8')
  const named = [...example.matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name)
  expect(known.length).toBeGreaterThan(8)
  expect(named.sort()).toEqual([...known.filter((name) => !internal.includes(name)), ...forTests].sort())
})
