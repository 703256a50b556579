import { expect, test } from 'vitest'
import { exportsIn, exportsOf, sharedNames } from './exports'
import { sourceFiles } from './imports'

/** Playwright's own words, which a file of fixtures exports again with more in them. */
const playwright = new Set(['test', 'expect'])

test('no two files of the product export the same name', () => {
  const exports = sourceFiles(['src', 'app', 'collections']).filter(isWritten).flatMap(exportsOf)
  expect(exports.length).toBeGreaterThan(500)
  expect(sharedNames(exports)).toEqual([])
})

test('no two files of the tests and benchmarks export the same name', () => {
  const exports = sourceFiles(['tests', 'bench']).filter(isWritten).flatMap(exportsOf)
  expect(exports.length).toBeGreaterThan(100)
  expect(sharedNames(exports.filter(({ name }) => !playwright.has(name)))).toEqual([])
})

const isWritten = (file: string) =>
  !/(\.d|src\/payload-types)\.ts$/.test(file) && !/(^|\/)(fixtures|node_modules|\.next)\//.test(file)

test('every form of an export is seen', () => {
  const source = [
    'export const a = 1',
    'export async function b() {}',
    'export type C<T> = T[]',
    'export class D extends Error {}',
    'export { e, type F, g as h }',
    "export { i } from './i'",
    'export default function Page() {}',
    'export const metadata = {}',
    '// export const no = 1',
  ].join('\n')
  expect(exportsIn(source).sort()).toEqual(['C', 'D', 'F', 'a', 'b', 'e', 'h', 'i'])
})

test('a name that two files export is reported once, with both', () => {
  const exports = [
    { file: 'src/a.ts', name: 'place' },
    { file: 'src/a.ts', name: 'place' },
    { file: 'src/b.ts', name: 'place' },
    { file: 'src/b.ts', name: 'other' },
  ]
  expect(sharedNames(exports)).toEqual(['place: src/a.ts, src/b.ts'])
})
