import type { Body, LexicalNode } from './nodes'

/** The nodes that stand directly in a node, the root of a callout's or footnote's text included. */
export function childrenOf(node: LexicalNode): LexicalNode[] {
  if ('children' in node) return node.children
  if (node.type === 'block' && 'content' in node.fields) return rootChildren(node.fields.content)
  return []
}

/** The blocks of a body; none where the field was never written. */
export const rootChildren = (body: Body | null | undefined): LexicalNode[] => body?.root?.children ?? []

/** Every node below, in reading order, parents before their children. */
export function* descendants(nodes: LexicalNode[]): Generator<LexicalNode> {
  for (const node of nodes) {
    yield node
    yield* descendants(childrenOf(node))
  }
}
