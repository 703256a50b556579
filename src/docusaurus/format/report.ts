import { byCodeUnit } from './by-code-unit'

/** One line of a report. `line` counts from 1 in the file. */
export type Item = { file: string; line: number; code: string; message: string }

/** The items of a report, sorted by file, then by line. */
export const inOrder = (items: readonly Item[]): Item[] =>
  [...items].sort(
    (one, other) =>
      byCodeUnit(one.file, other.file) || one.line - other.line || byCodeUnit(one.code, other.code),
  )

/** A heading and a line for each item. Without items, an empty text. */
export const section = (title: string, items: readonly Item[]) =>
  items.length === 0 ? '' : [`${title} (${items.length}):`, ...items.map(lineOf)].join('\n')

const lineOf = ({ file, line, code, message }: Item) => `  ${file}:${line} ${code} ${message}`
