import { type Counts, countOfMdast } from '@/markdown/counts'
import { type Root, textOf } from '@/markdown/mdast'

/** The measures of a text that are compared with those of its translation. */
export type TextShape = {
  blocks: number
  counts: Counts
  letters: number
  /** The words of the last paragraph. Empty if the text ends in another kind of block. */
  ending: string
  /** Lines of the file, counted from 1. */
  firstLine: number
  lastLine: number
}

export function textShape(root: Root, bodyLine: number): TextShape {
  const last = root.children.at(-1)
  return {
    blocks: root.children.length,
    counts: countOfMdast(root),
    letters: textOf(root).length,
    ending: last?.type === 'paragraph' && last.children.at(-1)?.type === 'text' ? textOf(last) : '',
    firstLine: bodyLine,
    lastLine: bodyLine + (last?.position?.end.line ?? 1) - 1,
  }
}
