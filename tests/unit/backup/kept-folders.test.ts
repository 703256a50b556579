import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { keptFolders, secretName } from '@/backup/format/entry-names'
import { sourceFiles } from '../architecture/imports'

/** What DATA_DIR holds that is made again by itself. */
const remade = ['cards', 'restoring', 'backing-up-']

test('everything that the product keeps in DATA_DIR is backed up, or made again by itself', () => {
  const sources = sourceFiles(['src', 'app', 'collections']).filter((file) => !file.includes('/embedded/'))
  const named = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/dataDir,\s*['`]([\w-]+)/g)].map(([, name]) => name ?? ''),
  )
  expect(named).toEqual(expect.arrayContaining([...keptFolders, secretName]))
  expect(named.filter((name) => ![...keptFolders, secretName, ...remade].includes(name))).toEqual([])
})
