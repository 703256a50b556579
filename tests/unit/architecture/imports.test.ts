import { expect, test } from 'vitest'
import { type Import, importsIn, importsOf, sourceFiles } from './imports'
import { impure, rooms, typesForAll } from './table'

const files = sourceFiles(['src', 'app', 'collections'])
const imports = files.flatMap(importsOf)

/** Returns the room of a file, or of a path without its extension. */
const roomOf = (path: string) =>
  rooms.find(({ files }) =>
    [path, `${path}.ts`, `${path}/index.ts`].some((candidate) => files.test(candidate)),
  )

const isOurs = (target: string) => /^(src|app|collections|migrations)(\/|$)/.test(target)

const written = ({ file, target, typeOnly }: Import) =>
  `${file} imports ${typeOnly ? 'types of ' : ''}${target}`

function breaksTable({ file, target, typeOnly }: Import): boolean {
  const from = roomOf(file)
  const to = roomOf(target)
  if (!isOurs(target) || !from || from.name === to?.name) return false
  if (!to || from.imports.includes(to.name)) return !to
  return !(typeOnly && [...(from.types ?? []), ...typesForAll].includes(to.name))
}

test('scans the files and the imports of every room', () => {
  expect(files.length).toBeGreaterThan(200)
  expect(imports.filter(({ target }) => isOurs(target)).length).toBeGreaterThan(300)
  const used = new Set(files.map((file) => roomOf(file)?.name))
  expect(rooms.map(({ name }) => name).filter((name) => !used.has(name))).toEqual(['migrations'])
})

test('every file belongs to a room', () => {
  expect(files.filter((file) => !roomOf(file))).toEqual([])
})

test('rooms import only from the rooms that the table allows', () => {
  expect(imports.filter(breaksTable).map(written)).toEqual([])
})

test('pure rooms import neither a framework nor anything that reads or writes', () => {
  const wrong = imports.filter(
    ({ file, target, typeOnly }) => roomOf(file)?.pure && !typeOnly && impure.test(target),
  )
  expect(wrong.map(written)).toEqual([])
})

test('what the product knows imports neither its pages nor its collections', () => {
  const wrong = imports.filter(
    ({ file, target }) => file.startsWith('src/') && /^(app|collections)(\/|$)/.test(target),
  )
  expect(wrong.map(written)).toEqual([])
})

test('the configuration is loaded by entry points and by the query layer alone', () => {
  const loaders = imports.filter(({ target }) => target === 'payload.config').map(({ file }) => file)
  expect(loaders.filter((file) => !/^(app\/\(payload\)\/|src\/(server|content)\/)/.test(file))).toEqual([])
  expect(loaders.length).toBeGreaterThan(0)
})

test('sees every form of an import', () => {
  const source = [
    "import a, { b } from '@/env'",
    "import type { C } from './c'",
    "import { type D, type E } from '../d/e'",
    "export { f } from './f'",
    "import './g.css'",
    "const h = await import('payload')",
    "// import { no } from '@/no'",
  ].join('\n')
  expect(importsIn('src/room/file.ts', source).map(({ target, typeOnly }) => [target, typeOnly])).toEqual([
    ['src/env', false],
    ['src/room/c', true],
    ['src/d/e', true],
    ['src/room/f', false],
    ['src/room/g.css', false],
    ['payload', false],
  ])
})

test('an import that the table forbids is found', () => {
  expect(breaksTable({ file: 'src/feeds/rss.ts', target: 'src/content/cms', typeOnly: false })).toBe(true)
  expect(breaksTable({ file: 'src/feeds/rss.ts', target: 'src/content/views', typeOnly: true })).toBe(false)
})
