import { type Counts, countOfMdast } from '@/markdown/counts'
import { type Root, textOf } from '@/markdown/mdast'

/** What a text is made of: enough to compare it with its translation. */
export type TextShape = {
  blocks: number
  counts: Counts
  letters: number
  /** The words of the paragraph that ends it; nothing where it ends otherwise. */
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
