import type { Item } from '../../format/report'
import { section } from '../../format/report'

/** What an export did, counted in files of every kind. */
export type ExportReport = {
  /** New, or with other bytes than before. */
  written: number
  unchanged: number
  /** Files of articles that are no more. */
  removed: number
  refused: Item[]
  warnings: Item[]
}

/** The report as a person reads it: what is wrong first, the counts last. */
export const exportReportText = (report: ExportReport): string =>
  [
    section('Refused; these files were left as they are', report.refused),
    section('To look at', report.warnings),
    counts(report),
  ]
    .filter((part) => part !== '')
    .join('\n\n')

const counts = ({ written, unchanged, removed, refused, warnings }: ExportReport) =>
  `Files: ${written} written, ${unchanged} unchanged, ${removed} removed; ` +
  `${refused.length} refused, ${warnings.length} to look at.`
