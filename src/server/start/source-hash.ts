import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The folders that a build is made from. Tests, documents and data change nothing in it. */
const folders = ['app', 'collections', 'locales', 'migrations', 'patches', 'public', 'src']
const files = [
  'instrumentation.ts',
  'next.config.mjs',
  'package-lock.json',
  'payload.config.ts',
  'proxy.ts',
  'tsconfig.json',
]

/** Returns a hash of everything that a build is made from, the pages and the programs alike. */
export async function sourceHash(): Promise<string> {
  const hash = createHash('sha256')
  const below = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    }),
  )
  for (const file of [...files, ...below.flat().sort()]) hash.update(`${file}\0`).update(await readFile(file))
  return hash.digest('hex')
}
