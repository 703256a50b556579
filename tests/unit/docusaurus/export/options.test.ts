import { expect, test } from 'vitest'
import { UsageError } from '@/commands/usage-error'
import { exportOptions } from '@/docusaurus/export-options'

test.each([
  [[], 'Expected OUT_DIR'],
  [['a', 'b'], 'found also: b'],
  [['a', '--locales', 'id,fr'], 'found `fr`'],
  [['a', '--default-locale', 'fr'], 'found `fr`'],
  [['a', '--dry-run'], "Unknown option '--dry-run'"],
])('%j is wrong usage of the export', (args, message) => {
  expect(() => exportOptions(args)).toThrow(UsageError)
  expect(() => exportOptions(args)).toThrow(message)
})

test('the export takes all languages and the newest words, and forces nothing, unless it is told to', () => {
  expect(exportOptions(['out'])).toEqual({
    ...{
      outDir: 'out',
      json: false,
      locales: ['id', 'en'],
      defaultLocale: undefined,
      published: false,
      force: false,
    },
  })
})
