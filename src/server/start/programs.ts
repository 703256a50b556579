import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { build } from 'esbuild'
import { sourceHash } from './source-hash.ts'

// Node runs this file as it is and strips the types, so imports name their files with the extension.

/** The programs that run compiled in production, by their names in `dist`. */
const programs = {
  start: 'src/server/start.ts',
  server: 'src/server/http.ts',
  'render-worker': 'src/og/store/render-worker.ts',
}
const directory = 'dist'
const stamp = join(directory, 'source')

/**
 * Compiles the programs of production where `dist` has none of this source yet, each to one file: a loader such as tsx
 * would hold more memory than the server itself. Packages stay where they are.
 */
export async function ensurePrograms(): Promise<void> {
  const source = await sourceHash()
  if ((await readFile(stamp, 'utf8').catch(() => '')) === source) return
  const { outputFiles } = await build({
    entryPoints: programs,
    outdir: directory,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node22',
    write: false,
    logLevel: 'silent',
  })
  await mkdir(directory, { recursive: true })
  for (const { path, contents } of outputFiles) await replace(join(directory, basename(path)), contents)
  await replace(stamp, source)
}

/** Whoever loads the file at this moment gets the old one or the new one, and never half of it. */
async function replace(file: string, content: string | Uint8Array): Promise<void> {
  const unfinished = `${file}-${process.pid}`
  await writeFile(unfinished, content)
  await rename(unfinished, file)
}
