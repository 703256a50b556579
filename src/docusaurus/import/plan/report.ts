import { type Item, section } from '../../format/report'

/** The entries of the directory that were made, changed and left alone, where projects were asked for. */
export type ProjectCounts = { created: number; updated: number; unchanged: number }

/** The result of an import. A post counts once for each of its languages. */
export type ImportReport = {
  created: number
  updated: number
  unchanged: number
  projects?: ProjectCounts
  conflicts: Item[]
  refused: Item[]
  warnings: Item[]
}

/** The report for a person: faults first, by file and line, and the counts last. */
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
