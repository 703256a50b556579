import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

/** One import as it is written in a file. Paths are from the project's root, with slashes. */
export type Import = { file: string; target: string; typeOnly: boolean }

const statements =
  /\b(?:import|export)\s+(?<types>type\s)?(?<names>[^'"`;()]*?)\s*from\s*['"](?<from>[^'"]+)['"]|\bimport\s*\(\s*['"](?<lazy>[^'"]+)['"]\s*\)|\bimport\s*['"](?<effect>[^'"]+)['"]/g

/** Every source file below the folders. */
export function sourceFiles(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mts|js|mjs)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/')),
  )
}

/** What a file imports: files of ours as paths, packages by their names. */
export const importsOf = (file: string): Import[] => importsIn(file, readFileSync(file, 'utf8'))

export function importsIn(file: string, source: string): Import[] {
  return [...withoutComments(source).matchAll(statements)].map(({ groups = {} }) => ({
    file,
    target: resolved(file, groups.from ?? groups.lazy ?? groups.effect ?? ''),
    typeOnly: groups.types !== undefined || namesTypesAlone(groups.names),
  }))
}

const withoutComments = (source: string) =>
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
