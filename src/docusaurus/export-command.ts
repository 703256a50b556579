import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { exitCodeOf, say } from '@/commands/exit-code'
import { UsageError } from '@/commands/usage-error'
import { type ExportReport, exportReportText } from './export/plan/report'
import { type ExportOptions, exportOptions, exportUsage } from './export-options'

/** Writes the CMS as a Docusaurus site. Exit 0: done. Exit 1: some file was not written. Exit 2: wrong usage. */
async function run(args: string[]): Promise<number> {
  const options = exportOptions(args)
  const outDir = resolve(options.outDir)
  await refuseForeign(outDir)
  const report = await exported(outDir, options)
  process.stdout.write(`${options.json ? JSON.stringify(report) : exportReportText(report)}\n`)
  return report.refused.length > 0 ? 1 : 0
}

/** Refuses a folder that holds other things than a site: exporting there is a mistake. */
async function refuseForeign(outDir: string): Promise<void> {
  let names: string[]
  try {
    names = await readdir(outDir)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return
    throw new UsageError(`Expected a folder, found ${outDir} (${String(error)}).`, { cause: error })
  }
  const isSite = names.some((name) =>
    /^(?:blog|i18n|docusaurus\.config\.[cm]?[jt]s|\.terbit-export)$/.test(name),
  )
  if (names.length > 0 && !isSite) {
    throw new UsageError(
      `Expected an empty folder or that of a Docusaurus site, found ${outDir} with other things in it.`,
    )
  }
}

async function exported(outDir: string, options: ExportOptions): Promise<ExportReport> {
  const interrupted = new AbortController()
  const stopSoon = () => interrupted.abort(new Error('Stopped. Export again to write the rest.'))
  process.once('SIGINT', stopSoon).once('SIGTERM', stopSoon)
  // Payload takes seconds to load, so a wrong call is refused before that.
  const [{ boot }, { exportSite }] = await Promise.all([
    import('@/server/start/boot'),
    import('./export/write/export-site'),
  ])
  const { payload, stop } = await boot((step) => say(`${step} …`))
  try {
    return await exportSite({
      payload,
      outDir,
      locales: options.locales,
      defaultLocale: options.defaultLocale,
      published: options.published,
      force: options.force,
      signal: interrupted.signal,
      onProgress: ({ done, of }) => say(`${done}/${of} articles`),
    })
  } finally {
    await stop()
  }
}

process.exitCode = await exitCodeOf(() => run(process.argv.slice(2)), exportUsage)
