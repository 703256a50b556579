import type { Item } from '../../format/report'
import { section } from '../../format/report'

/** The result of an export. It counts files of every kind. */
export type ExportReport = {
  /** Files that are new or have other bytes than before. */
  written: number
  unchanged: number
  /** Files of articles that are no more. */
  removed: number
  refused: Item[]
  warnings: Item[]
}

/** The report for a person: faults first, the counts last. */
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
