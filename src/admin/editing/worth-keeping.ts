type Node = { type?: unknown; text?: unknown; children?: unknown }

/**
 * Tells whether somebody wrote something: words in one of the fields, or more than empty paragraphs in a rich text.
 */
export const worthKeeping = (data: Record<string, unknown>, fields: readonly string[]): boolean =>
  fields.some((field) => saysSomething(data[field]))

function saysSomething(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== ''
  const root = (value as { root?: Node } | null | undefined)?.root
  return root !== undefined && childrenOf(root).some(isMoreThanSpace)
}

/** Nodes that mean nothing without words in them. Pictures, rules and the like have a meaning by themselves. */
const frames: ReadonlySet<unknown> = new Set(['paragraph', 'heading', 'quote', 'list', 'listitem', 'link'])

function isMoreThanSpace(node: Node): boolean {
  if (node.type === 'text') return typeof node.text === 'string' && node.text.trim() !== ''
  return frames.has(node.type) ? childrenOf(node).some(isMoreThanSpace) : node.type !== 'linebreak'
}

const childrenOf = (node: Node): Node[] => (Array.isArray(node.children) ? (node.children as Node[]) : [])
