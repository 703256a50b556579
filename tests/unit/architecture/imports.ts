import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

/** One import in a file. Paths start at the project's root and have slashes. */
export type Import = { file: string; target: string; typeOnly: boolean }

const statements =
  /\b(?:import|export)\s+(?<types>type\s)?(?<names>[^'"`;()]*?)\s*from\s*['"](?<from>[^'"]+)['"]|\bimport\s*\(\s*['"](?<lazy>[^'"]+)['"]\s*\)|\bimport\s*['"](?<effect>[^'"]+)['"]/g

/** Returns every file in the folders and below. */
export function filesBelow(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/')),
  )
}

/** Returns every source file in the folders and below. */
export const sourceFiles = (folders: readonly string[]): string[] =>
  filesBelow(folders).filter((file) => /\.(ts|tsx|mts|js|mjs)$/.test(file))

/** Returns the imports of a file: our own files as paths, packages by name. */
export const importsOf = (file: string): Import[] => importsIn(file, readFileSync(file, 'utf8'))

export function importsIn(file: string, source: string): Import[] {
  return [...withoutComments(source).matchAll(statements)].map(({ groups = {} }) => ({
    file,
    target: resolved(file, groups.from ?? groups.lazy ?? groups.effect ?? ''),
    typeOnly: groups.types !== undefined || namesTypesAlone(groups.names),
  }))
}

export const withoutComments = (source: string) =>
  source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

const namesTypesAlone = (names: string | undefined): boolean =>
  /^\{[^}]*\}$/.test(names ?? '') &&
  (names ?? '')
    .slice(1, -1)
    .split(',')
    .filter((name) => name.trim() !== '')
    .every((name) => /^\s*type\s/.test(name))

function resolved(file: string, specifier: string): string {
  if (specifier.startsWith('@/')) return `src/${specifier.slice(2)}`
  if (specifier === '@payload-config') return 'payload.config'
  return specifier.startsWith('.') ? posix.join(dirname(file), specifier) : specifier
}
