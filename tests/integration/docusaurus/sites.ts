import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Payload } from 'payload'
import { onTestFinished } from 'vitest'
import type { Item } from '@/docusaurus/format/report'
import { type Application, applyPlan } from '@/docusaurus/import/apply/apply'
import type { ImportPlan } from '@/docusaurus/import/plan/import-plan'
import { namedArticles } from '@/docusaurus/import/plan/named-articles'
import { planImport } from '@/docusaurus/import/plan/plan'
import type { ImportReport } from '@/docusaurus/import/plan/report'
import { readSite } from '@/docusaurus/import/read/read-site'

/** A blog of our own, with one of everything. */
export const ownSite = fileURLToPath(new URL('../../fixtures/docusaurus-site', import.meta.url))

export const translations = 'i18n/id/docusaurus-plugin-content-blog'

/** A copy of a site that a test may change. It is removed after the test. */
export async function copyOf(site: string): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'terbit-site-'))
  onTestFinished(() => rm(dir, { recursive: true, force: true }))
  await cp(site, dir, { recursive: true })
  return dir
}

/** Changes words in a file of a site. */
export async function edit(dir: string, file: string, from: string, to: string): Promise<void> {
  const text = await readFile(join(dir, file), 'utf8')
  if (!text.includes(from)) throw new Error(`Expected ${file} to hold: ${from}`)
  await writeFile(join(dir, file), text.replace(from, to))
}

type Options = Partial<Pick<Application, 'winner' | 'dryRun' | 'strict' | 'fetchImages'>> & {
  locales?: ('id' | 'en')[]
  /** The posts whose projects are taken. */
  projects?: string[]
}

export async function sitePlan(dir: string, { locales }: Options = {}): Promise<ImportPlan> {
  const { files, assets } = await readSite(dir, locales)
  return planImport(files, { assets, ...(locales ? { locales } : {}) })
}

/** Imports a site as the command does. */
export async function importSite(
  payload: Payload,
  dir: string,
  options: Options = {},
): Promise<ImportReport> {
  const { locales, projects = [], ...rest } = options
  const { files, assets } = await readSite(dir, locales)
  const plan = planImport(files, { assets, ...(locales ? { locales } : {}) })
  const projectsFrom = namedArticles(plan, projects, files)
  return applyPlan({ payload, plan, site: { dir, files, assets }, projectsFrom, ...rest })
}

export const counts = ({ created, updated, unchanged }: ImportReport) => ({ created, updated, unchanged })

export const places = (items: readonly Item[]) =>
  items.map(({ file, line, code }) => `${file}:${line} ${code}`)
