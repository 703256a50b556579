import { isParent, type Nodes } from './mdast'

/**
 * Returns a node as JSON. Nodes with equal content give equal JSON: positions, estrees and notes on how the source
 * was written are dropped, neighbouring texts are joined, and keys are sorted.
 */
export const canonical = (node: Nodes): string => JSON.stringify(plain(node))

/** True when two lists of nodes have the same content. */
export const sameContent = (left: readonly Nodes[], right: readonly Nodes[]) =>
  left.length === right.length &&
  left.every((node, index) => {
    const other = right[index]
    return other !== undefined && canonical(node) === canonical(other)
  })

function plain(node: Nodes): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const key of Object.keys(node).sort()) {
    if (key === 'position' || key === 'data' || key === 'children') continue
    const value: unknown = Reflect.get(node, key)
    if (value !== undefined && value !== null) fields[key] = withoutData(value)
  }
  if (node.type === 'heading' && node.data?.anchor !== undefined) fields.anchor = node.data.anchor
  if (node.type === 'paragraph' && isLabel(node)) fields.label = true
  if (isParent(node)) fields.children = joined(node.children).map(plain)
  return fields
}

const isLabel = (node: Nodes) =>
  node.data !== undefined && 'directiveLabel' in node.data && node.data.directiveLabel === true

function joined(children: readonly Nodes[]): Nodes[] {
  const result: Nodes[] = []
  for (const child of children) {
    const last = result.at(-1)
    if (child.type === 'text' && last?.type === 'text') {
      result[result.length - 1] = { type: 'text', value: last.value + child.value }
    } else {
      result.push(child)
    }
  }
  return result
}

function withoutData(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutData)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'data' && key !== 'position')
      .map(([key, inner]) => [key, withoutData(inner)]),
  )
}
