type Node = { type?: unknown; text?: unknown; children?: unknown }

/** Whether somebody wrote something: words in one of the fields, or more than empty paragraphs in a rich text. */
export const worthKeeping = (data: Record<string, unknown>, fields: readonly string[]): boolean =>
  fields.some((field) => saysSomething(data[field]))

function saysSomething(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== ''
  const root = (value as { root?: Node } | null | undefined)?.root
  return root !== undefined && childrenOf(root).some(isMoreThanSpace)
}

function isMoreThanSpace(node: Node): boolean {
  if (node.type === 'text') return typeof node.text === 'string' && node.text.trim() !== ''
  const children = childrenOf(node)
  return node.type === 'paragraph' || children.length > 0 ? children.some(isMoreThanSpace) : true
}

const childrenOf = (node: Node): Node[] => (Array.isArray(node.children) ? (node.children as Node[]) : [])
