import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Payload } from 'payload'
import { onTestFinished } from 'vitest'
import type { ExportReport } from '@/docusaurus/export/plan/report'
import { type Exportation, exportSite } from '@/docusaurus/export/write/export-site'
import { sha256Of } from '@/sha256'

/** Makes an empty folder, which is removed after the test. */
export async function emptyFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'terbit-export-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  return dir
}

type Options = Partial<Omit<Exportation, 'payload'>>

/** Exports as the command does. If no folder is named, it makes one. */
export async function exported(
  payload: Payload,
  { outDir, ...options }: Options = {},
): Promise<{ dir: string; report: ExportReport; files: Map<string, string> }> {
  const dir = outDir ?? (await emptyFolder())
  const report = await exportSite({ payload, outDir: dir, ...options })
  return { dir, report, files: await filesIn(dir) }
}

/** The files below a folder by their paths: texts as they are, other files as hashes. */
export async function filesIn(dir: string): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  for (const entry of await readdir(dir, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = await readFile(path)
    const isText = /\.(?:mdx?|ya?ml|json)$/.test(entry.name)
    const words = isText ? bytes.toString('utf8') : sha256Of(bytes)
    files.set(path.slice(dir.length + 1), words)
  }
  return files
}
