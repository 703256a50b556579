import { createHash } from 'node:crypto'
import type { LexicalNode } from '../nodes'

/**
 * Returns a hash (SHA-256, hex) of a node's whole content. Two nodes have the same hash exactly when readers and the
 * Markdown export cannot tell them apart. Ids, text direction, versions, empty values and other traces that the editor
 * leaves by opening and saving do not count.
 */
export const contentHash = (node: LexicalNode): string =>
  createHash('sha256')
    .update(JSON.stringify(normalized(node)))
    .digest('hex')

type Json = Record<string, unknown>

/** Properties that no reader sees or that follow from other properties. */
const neverCounts: ReadonlySet<string> = new Set([
  ...['version', 'direction', 'textFormat', 'textStyle', 'detail', 'mode', 'blockName'],
  ...['colWidths', 'rowStriping', 'height'],
])

const countsForNothing: ReadonlySet<unknown> = new Set([undefined, null, '', 0, false])

function normalized(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalized)
  return isObject(value) ? normalizedObject(value) : value
}

function normalizedObject(object: Json): Json {
  const result: Json = {}
  for (const key of Object.keys(object).sort()) {
    if (neverCounts.has(key) || isTrace(key, object)) continue
    const value = valueAt(key, object)
    if (!countsForNothing.has(value)) result[key] = value
  }
  return result
}

/** True for values that are ids, defaults or repetitions in the node that holds them. */
function isTrace(key: string, holder: Json): boolean {
  switch (key) {
    case 'id':
      return holder.type === 'link' || 'blockType' in holder
    case 'blockId':
      return true
    case 'value':
    case 'indent':
      return holder.type === 'listitem'
    case 'colSpan':
    case 'rowSpan':
      return holder[key] === 1
    default:
      return false
  }
}

function valueAt(key: string, holder: Json): unknown {
  const value = holder[key]
  if (key === 'children' && Array.isArray(value)) return joined(value).map(normalized)
  if (key === '$') return emptyToNothing(normalized(value))
  // A relation is populated or only an id.
  const isRelation = key === 'picture' || (key === 'value' && 'relationTo' in holder)
  return isRelation && isObject(value) ? value.id : normalized(value)
}

const emptyToNothing = (value: unknown) =>
  isObject(value) && Object.keys(value).length === 0 ? undefined : value

/** Lexical drops empty text and joins neighbours of the same format when it loads them. */
function joined(children: unknown[]): unknown[] {
  const result: unknown[] = []
  for (const child of children) {
    if (!isText(child)) result.push(child)
    else if (child.text !== '') {
      const before = result.at(-1)
      if (isText(before) && formatOf(before) === formatOf(child)) {
        result[result.length - 1] = { ...before, text: `${before.text}${child.text}` }
      } else result.push(child)
    }
  }
  return result
}

const formatOf = ({ text, ...rest }: Json) => JSON.stringify(normalized(rest))

const isText = (value: unknown): value is Json & { text: string } =>
  isObject(value) && value.type === 'text' && typeof value.text === 'string'

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
