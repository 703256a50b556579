import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DatabaseStartError } from '@/database/embedded/database-start-error'
import { restoreLinks } from '@/database/embedded/postgres-binaries'

let native: string
let lib: string

beforeEach(() => {
  native = join(mkdtempSync(join(tmpdir(), 'terbit-links-')), 'native')
  lib = join(native, 'lib')
  mkdirSync(lib, { recursive: true })
  writeFileSync(join(lib, 'libpq.so.5.18'), 'the library')
  writeFileSync(
    join(native, 'pg-symlinks.json'),
    JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
  )
})

afterEach(() => {
  rmSync(join(native, '..'), { recursive: true })
})

test('a link that the skipped install script would have made is made', () => {
  restoreLinks(native)
  expect(readFileSync(join(lib, 'libpq.so.5'), 'utf8')).toBe('the library')
})

test('links that are there already are left alone', () => {
  writeFileSync(join(lib, 'libpq.so.5'), 'made by the install script')
  restoreLinks(native)
  expect(readFileSync(join(lib, 'libpq.so.5'), 'utf8')).toBe('made by the install script')
})

test('where a link cannot be made the error names it and says what to run', () => {
  rmSync(lib, { recursive: true })
  expect(() => restoreLinks(native)).toThrow(DatabaseStartError)
  expect(() => restoreLinks(native)).toThrow(/lacks libpq\.so\.5.*npm rebuild/)
})
