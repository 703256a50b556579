import type { Body, LexicalNode } from './nodes'

/** Returns the direct children of a node. For a callout or footnote these are the blocks of its text. */
export function childrenOf(node: LexicalNode): LexicalNode[] {
  if ('children' in node) return node.children
  if (node.type === 'block' && 'content' in node.fields) return rootChildren(node.fields.content)
  return []
}

/** Returns the blocks of a body, or none when the field was never written. */
export const rootChildren = (body: Body | null | undefined): LexicalNode[] => body?.root?.children ?? []

/** Yields all descendants in reading order, parents before their children. */
export function* descendants(nodes: LexicalNode[]): Generator<LexicalNode> {
  for (const node of nodes) {
    yield node
    yield* descendants(childrenOf(node))
  }
}
