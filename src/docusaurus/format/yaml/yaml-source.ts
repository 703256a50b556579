import { isScalar, type Node, type Pair } from 'yaml'

/** Finds where nodes of a YAML document begin and end in its text. */
export function yamlSource(text: string) {
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  /** The end of a node's words. The parser counts the line endings after a collection as its own. */
  const endOf = (node: Node | null | undefined): number => {
    const [start, end] = [node?.range?.[0] ?? 0, node?.range?.[1] ?? 0]
    return start + text.slice(start, end).trimEnd().length
  }
  const afterColon = (pair: Pair): number => text.indexOf(':', (pair.key as Node | null)?.range?.[1] ?? 0) + 1
  /** The end of the line at a place, its line ending included. */
  const lineEnd = (at: number): number => {
    const found = text.indexOf('\n', at)
    return found < 0 ? text.length : found + 1
  }
  return {
    text,
    newline,
    endOf,
    afterColon,
    lineEnd,
    lineStart: (at: number): number => text.lastIndexOf('\n', at - 1) + 1,
    endOfPair: (pair: Pair): number => Math.max(afterColon(pair), endOf(pair.value as Node | null)),
    /** The end of the line on which a node ends, before its line ending. */
    endOfLineOf(node: Node | undefined): number {
      const end = lineEnd(endOf(node))
      return end - (/\r?\n$/.exec(text.slice(0, end))?.[0].length ?? 0)
    },
    /** The text of a node, without the line endings after it. */
    written: (node: Node | null | undefined): string => (node ? text.slice(startOf(node), endOf(node)) : ''),
  }
}

export type YamlSource = ReturnType<typeof yamlSource>

export const startOf = (node: Node | null | undefined) => node?.range?.[0] ?? 0

export const startOfPair = (pair: Pair) => startOf(pair.key as Node | null)

/** How a scalar is quoted, as the `yaml` package calls it. */
export const quotesOf = (node: unknown) => (isScalar(node) ? node.type : undefined)
