import { nestsTooDeep } from './hast/tag-depth'

/** The reason why a body is too large to be saved: its levels of nesting, or its number of nodes. */
type Excess = 'depth' | 'size'

/**
 * The most levels of nodes. Markdown may nest 100 levels of quotes or lists (src/markdown/nesting.ts), and a list takes
 * two levels, for itself and for its item.
 */
const mostLevels = 220
/** The most levels of objects and lists, of which a callout's text takes five. */
const mostJsonLevels = 700
/** A post of 1 MB, the most that the import reads, has 118,000 objects where each line has marks and links. */
const mostObjects = 150_000

/**
 * Returns what a value holds too much of, wherever in it, or undefined: a body, or all fields of a document. Whatever
 * walks through a body afterwards may call itself at each level. This does not.
 */
export function excessIn(value: unknown): Excess | undefined {
  const open: { value: unknown; level: number; nodes: number }[] = [{ value, level: 0, nodes: 0 }]
  let seen = 0
  for (let next = open.pop(); next; next = open.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue
    const { level, nodes } = next
    if (level > mostJsonLevels || nodes > mostLevels) return 'depth'
    seen += Array.isArray(next.value) ? 0 : 1
    if (seen > mostObjects) return 'size'
    if (isRawSource(next.value) && nestsTooDeep(next.value.source)) return 'depth'
    for (const [key, child] of Object.entries(next.value))
      open.push({ value: child, level: level + 1, nodes: key === 'children' ? nodes + 1 : nodes })
  }
  return undefined
}

const isRawSource = (value: object): value is { source: string } =>
  'blockType' in value && 'source' in value && typeof value.source === 'string'
