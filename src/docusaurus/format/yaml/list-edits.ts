import type { Node } from 'yaml'
import { scalarText, type Written } from './scalar-text'
import { quotesOf, startOf, type YamlSource } from './yaml-source'

/** A range of the text and what is written in its place. */
export type Edit = { start: number; end: number; text: string }

/** An item of a list: the index of one that is there already, or a new one. */
export type ListItem = number | string | Written

export type YamlList = { items: Node[]; flow?: boolean | undefined }

/**
 * The edits that give a list other items. Items at the beginning and at the end that stay where they are keep every
 * byte; those between them are written anew, with the words that the text has for them.
 */
export function listEdits(source: YamlSource, list: YamlList, wanted: readonly ListItem[]): Edit[] {
  const { items } = list
  const { head, tail } = unchanged(items.length, wanted)
  const separator = separatorOf(source, list)
  const like = quotesOf(items[Math.max(0, head - 1)]) ?? undefined
  const middle = wanted
    .slice(head, wanted.length - tail)
    .map((item) => (typeof item === 'number' ? source.written(items[item]) : itemText(item, like)))
  const before = items[head - 1]
  const after = items[items.length - tail]
  // In a list of lines, a comment belongs to the item of its line.
  const endOf = (item: Node | undefined) => (list.flow ? source.endOf(item) : source.endOfLineOf(item))
  const start = before ? endOf(before) : startOf(items[0])
  const end = after && tail > 0 ? startOf(after) : endOf(items.at(-1))
  const lead = before && middle.length > 0 ? separator : ''
  const trail = tail > 0 && (before || middle.length > 0) ? separator : ''
  const text = lead + middle.join(separator) + trail
  return source.text.slice(start, end) === text ? [] : [{ start, end, text }]
}

/** How many items at the beginning and at the end of a list stay where they are. */
function unchanged(length: number, wanted: readonly ListItem[]): { head: number; tail: number } {
  let head = 0
  while (head < length && wanted[head] === head) head += 1
  let tail = 0
  while (
    tail < length - head &&
    tail < wanted.length - head &&
    wanted[wanted.length - 1 - tail] === length - 1 - tail
  ) {
    tail += 1
  }
  return { head, tail }
}

/** The text between two items of a list. */
function separatorOf(source: YamlSource, { items, flow }: YamlList): string {
  const [first, second] = items
  if (!flow) {
    const start = startOf(first)
    return source.newline + source.text.slice(source.lineStart(start), start)
  }
  const between = second ? source.text.slice(source.endOf(first), startOf(second)) : ', '
  return /^\s*,\s*$/.test(between) ? between : ', '
}

/** A new item as YAML. It may stand in a flow list. */
export const itemText = (item: string | Written, like?: string) => scalarText(item, like, true)
