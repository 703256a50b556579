import { resolve } from 'node:path'
import { exitCodeOf, say } from '@/commands/exit-code'
import { UsageError } from '@/commands/usage-error'
import type { SiteFile } from './format/site-file'
import { namedArticles } from './import/plan/named-articles'
import { planOf } from './import/plan/plan'
import { type ImportReport, reportText } from './import/plan/report'
import { sitePosts, sourcesIn } from './import/plan/site-posts'
import { strictPlan } from './import/plan/strict-plan'
import { readPosts } from './import/read/read-posts'
import { readSite, type SiteOnDisk } from './import/read/read-site'
import { type ImportOptions, importOptions, usage } from './import-options'

/** Takes a Docusaurus site in. Exit 0: done. Exit 1: some file was not taken. Exit 2: wrong usage. */
async function run(args: string[]): Promise<number> {
  const options = importOptions(args)
  const dir = resolve(options.siteDir)
  const site = await siteAt(dir, options)
  const report = await taken({ ...site, dir }, options)
  process.stdout.write(`${options.json ? JSON.stringify(report) : reportText(report, options)}\n`)
  return report.refused.length > 0 || report.conflicts.length > 0 ? 1 : 0
}

async function siteAt(dir: string, { locales }: ImportOptions): Promise<SiteOnDisk> {
  let site: SiteOnDisk
  try {
    site = await readSite(dir, locales)
  } catch (cause) {
    throw new UsageError(`Expected the folder of a Docusaurus site, found ${dir} (${String(cause)}).`, {
      cause,
    })
  }
  if (site.files.some(({ path }) => /\.mdx?$/.test(path))) return site
  throw new UsageError(
    `Expected posts in blog/ or i18n/ of ${dir}, found none. Name the folder of the whole site.`,
  )
}

async function taken(site: SiteOnDisk & { dir: string }, options: ImportOptions): Promise<ImportReport> {
  const { locales, defaultLocale, strict, winner, dryRun, fetchImages } = options
  const posts = site.files.filter(({ path }) => /\.mdx?$/.test(path)).length
  say(`Reading ${posts} ${posts === 1 ? 'file' : 'files'} …`)
  const found = sitePosts(site.files, {
    locales,
    assets: site.assets,
    math: site.files.some(usesMath),
    ...(defaultLocale === undefined ? {} : { defaultLocale }),
  })
  const sources = sourcesIn(found)
  const read = await readPosts(sources, {
    onProgress: (done) => done % 100 === 0 && say(`${done}/${sources.length} read`),
  })
  const planned = planOf(found, read, { strict })
  const plan = strict ? strictPlan(planned) : planned
  const projectsFrom = namedArticles(plan, options.projects, site.files)
  const interrupted = new AbortController()
  const stopAfterThis = () => interrupted.abort(new Error('Stopped. Import again to take the rest.'))
  process.once('SIGINT', stopAfterThis).once('SIGTERM', stopAfterThis)
  // Payload takes seconds to load, so a wrong call is refused before that.
  const [{ boot }, { applyPlan }] = await Promise.all([
    import('@/server/start/boot'),
    import('./import/apply/apply'),
  ])
  const { payload, stop } = await boot((step) => say(`${step} …`))
  try {
    return await applyPlan({
      payload,
      plan,
      site,
      winner,
      dryRun,
      projectsFrom,
      strict,
      fetchImages: fetchImages ? {} : undefined,
      signal: interrupted.signal,
      onProgress: ({ done, of, importPath }) => say(`${done}/${of} ${importPath}`),
    })
  } finally {
    await stop()
  }
}

const usesMath = (file: SiteFile) =>
  /^docusaurus\.config\./.test(file.path) &&
  'bytes' in file &&
  Buffer.from(file.bytes).includes('remark-math')

process.exitCode = await exitCodeOf(() => run(process.argv.slice(2)), usage)
