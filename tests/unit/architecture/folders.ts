import { posix } from 'node:path'

const most = 15

const isCode = (file: string) => /\.(ts|tsx|mts|js|mjs|css)$/.test(file)

/** Fixtures are what a test is given, and what a benchmark or Next wrote is nobody's to sort. */
const isGiven = (file: string) => /(^|\/)(fixtures|node_modules|\.\w+)\//.test(file)

/** The folders that hold too many files of code directly, each with their number: `src/crowded: 16`. */
export function crowdedFolders(files: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const file of files.filter((one) => isCode(one) && !isGiven(one))) {
    const folder = posix.dirname(file)
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  return [...counts].flatMap(([folder, count]) => (count > most ? [`${folder}: ${count}`] : []))
}
