import { byCodeUnit } from '../../format/by-code-unit'
import type { Item } from './import-plan'

/** What became of the projects of the articles that were named, counted in entries of the directory. */
export type ProjectCounts = { created: number; updated: number; unchanged: number }

/** What an import did, counted in files: a post in one language each. */
export type ImportReport = {
  created: number
  updated: number
  unchanged: number
  /** Entries of the directory, where projects were asked for. */
  projects?: ProjectCounts
  conflicts: Item[]
  refused: Item[]
  warnings: Item[]
}

/** The items of a report in the order of files and lines. */
export const inOrder = (items: readonly Item[]): Item[] =>
  [...items].sort(
    (one, other) =>
      byCodeUnit(one.file, other.file) || one.line - other.line || byCodeUnit(one.code, other.code),
  )

/** The report as a person reads it: what is wrong first by file and line, the counts last. */
export function reportText(report: ImportReport, { dryRun }: { dryRun: boolean }): string {
  const parts = [
    section('Refused; nothing of these files was taken', report.refused),
    section('Changed here and in the file; left as they are here', report.conflicts),
    section('To look at', report.warnings),
    report.projects ? projectCounts(report.projects, dryRun) : '',
    counts(report, dryRun),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

/** A heading and one line an item; nothing where there are none. */
export const section = (title: string, items: readonly Item[]) =>
  items.length === 0 ? '' : [`${title} (${items.length}):`, ...items.map(line)].join('\n')

const line = ({ file, line: number, code, message }: Item) => `  ${file}:${number} ${code} ${message}`

function counts(
  { created, updated, unchanged, refused, conflicts, warnings }: ImportReport,
  dryRun: boolean,
) {
  const taken = `${created} created, ${updated} updated, ${unchanged} unchanged`
  const rest = `${conflicts.length} in conflict, ${refused.length} refused, ${warnings.length} to look at`
  return `${dryRun ? 'Would be (nothing was written)' : 'Posts, each language counted'}: ${taken}; ${rest}.`
}

const projectCounts = ({ created, updated, unchanged }: ProjectCounts, dryRun: boolean) =>
  `${dryRun ? 'Projects that would be' : 'Projects'}: ${created} created, ${updated} updated, ${unchanged} unchanged.`
