import { expect, test } from 'vitest'
import { backupArguments, restoreArguments } from '@/backup/arguments'
import { UsageError } from '@/commands/usage-error'

test('a backup goes to one file, with secrets where they are asked for', () => {
  expect(backupArguments(['a.tar'])).toEqual({ file: 'a.tar', withSecrets: false })
  expect(backupArguments(['--with-secrets', 'a.tar'])).toEqual({ file: 'a.tar', withSecrets: true })
  expect(restoreArguments(['a.tar'])).toEqual({ file: 'a.tar' })
})

test.each([[[]], [['a.tar', 'b.tar']], [['--with-secret', 'a.tar']]])('%j is wrong usage', (args) => {
  expect(() => backupArguments(args)).toThrow(UsageError)
  expect(() => restoreArguments(args)).toThrow(UsageError)
})
