import { expect, test } from 'vitest'
import { crowdedFolders } from './folders'
import { filesBelow } from './imports'

test('no folder holds more than 15 files of code', () => {
  const files = filesBelow(['src', 'collections', 'tests', 'bench'])
  expect(files.length).toBeGreaterThan(500)
  expect(crowdedFolders(files)).toEqual([])
})

test('a folder of 16 files of code is reported, however its other files and its subfolders are filled', () => {
  const files = (folder: string, count: number, extension: string) =>
    Array.from({ length: count }, (_, number) => `${folder}/file-${number}.${extension}`)
  const all = [
    ...files('src/full', 15, 'ts'),
    ...files('src/full/below', 15, 'ts'),
    ...files('src/full', 3, 'json'),
    ...files('src/crowded', 14, 'tsx'),
    ...files('src/crowded', 2, 'css'),
    ...files('tests/fixtures/site', 40, 'ts'),
  ]
  expect(crowdedFolders(all)).toEqual(['src/crowded: 16'])
})
