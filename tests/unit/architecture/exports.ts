import { readFileSync } from 'node:fs'
import { withoutComments } from './imports'

/** One name that a file exports. */
export type Export = { file: string; name: string }

const declarations =
  /^export\s+(?:declare\s+)?(?:abstract\s+)?(?:async\s+)?(?:const|let|var|function\*?|class|type|interface|enum)\s+(?<name>[\w$]+)/gm

const lists = /^export\s+(?:type\s+)?\{(?<names>[^}]*)\}/gm

/** Names that Next asks a page, a layout or a route for. */
const askedForByNext = new Set([
  ...['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
  ...['generateMetadata', 'generateStaticParams', 'metadata', 'viewport'],
  ...['dynamic', 'dynamicParams', 'maxDuration', 'revalidate', 'runtime'],
])

/** The names that a file exports, but for those that Next gives. */
export const exportsOf = (file: string): Export[] =>
  exportsIn(readFileSync(file, 'utf8')).map((name) => ({ file, name }))

/** `export const a = 1` and `export { b, type c as d }` -> `['a', 'b', 'd']`. A default export has no name. */
export function exportsIn(source: string): string[] {
  const code = withoutComments(source)
  const declared = Array.from(code.matchAll(declarations), ({ groups }) => groups?.name ?? '')
  const listed = Array.from(code.matchAll(lists), ({ groups }) => groups?.names ?? '')
    .flatMap((names) => names.split(','))
    .map((name) => name.trim().split(/\s+/).at(-1) ?? '')
  return [...declared, ...listed].filter((name) => name !== '' && !askedForByNext.has(name))
}

/** What is exported under one name by more than one file: `table: a.ts, b.ts`. */
export function sharedNames(exports: readonly Export[]): string[] {
  const holders = new Map<string, Set<string>>()
  for (const { name, file } of exports) holders.set(name, (holders.get(name) ?? new Set()).add(file))
  return [...holders].flatMap(([name, files]) =>
    files.size > 1 ? [`${name}: ${[...files].join(', ')}`] : [],
  )
}
