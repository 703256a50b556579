import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { UsageError } from '@/commands/usage-error'
import { importOptions } from '@/docusaurus/import-options'
import { withPayload } from '../../support/postgres/payload'
import { importCommand, patience } from './command'
import { copyOf, ownSite, places } from './sites'

const terbit = withPayload()
const run = (...args: string[]) => importCommand(args, terbit)

describe('wrong usage', { timeout: patience }, () => {
  test.each([
    [[], 'Expected SITE_DIR'],
    [['a', 'b'], 'found also: b'],
    [['a', '--theirs', '--ours'], 'found both'],
    [['a', '--locales', 'id,fr'], 'found `fr`'],
    [['a', '--default-locale', '../en'], 'found `../en`'],
  ])('%j is refused as wrong usage', (args, message) => {
    expect(() => importOptions(args)).toThrow(UsageError)
    expect(() => importOptions(args)).toThrow(message)
  })

  test('no picture is asked for without --fetch-images', () => {
    expect(importOptions(['a', '--fetch-images']).fetchImages).toBe(true)
    expect(importOptions(['a']).fetchImages).toBe(false)
  })

  test('wrong usage exits 2 and says what is right', async () => {
    const { code, stdout, stderr } = await run(join(ownSite, 'blog'))
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('Name the folder of the whole site.')
    expect(stderr).toContain('--dry-run')
  })
})

test('prints one JSON report and nothing else, and exits 1 where a file was refused', {
  timeout: patience,
}, async () => {
  const dir = await copyOf(ownSite)
  await writeFile(join(dir, 'blog', '2024-10-11-broken.md'), '---\ntitle: [\n---\n\nWords.\n')
  const { code, stdout, stderr } = await run(dir, '--json')
  const report = JSON.parse(stdout)
  expect(Object.keys(report)).toEqual(['created', 'updated', 'unchanged', 'conflicts', 'refused', 'warnings'])
  expect(report).toMatchObject({ created: 6, updated: 0, unchanged: 0, conflicts: [] })
  expect(places(report.refused)).toEqual(['blog/2024-10-11-broken.md:3 invalid-yaml'])
  expect(Object.keys(report.refused[0])).toEqual(['file', 'line', 'code', 'message'])
  expect(stderr).toContain('5/5 blog/')
  expect(code).toBe(1)
})

test('names each file for a person, with the counts last, and exits 0 where all went in', {
  timeout: patience,
}, async () => {
  const { code, stdout } = await run(ownSite)
  expect(stdout).toContain('  blog/2024-05-01-seeds.md:53 raw-block ')
  expect(stdout.trimEnd().split('\n').at(-1)).toContain('0 created, 0 updated, 6 unchanged')
  expect(code).toBe(0)
})
