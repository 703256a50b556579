import { childrenOf } from '../children'
import type { LexicalNode } from '../nodes'

/** Node types that carry an id. Rows of tables, links and text do not. */
const identified: ReadonlySet<string> = new Set<LexicalNode['type']>([
  ...(['paragraph', 'heading', 'quote', 'list', 'listitem'] as const),
  ...(['table', 'tablecell', 'horizontalrule', 'block'] as const),
])

/** Returns the id of a block from its NodeState. */
export const blockIdOf = (node: LexicalNode): string | undefined => {
  const id: unknown = node.$?.blockId
  return typeof id === 'string' ? id : undefined
}

/** Returns the nearest nodes that carry an id, at or below the given ones. */
export const blocksAmong = (nodes: LexicalNode[]): LexicalNode[] =>
  nodes.flatMap((node) => (identified.has(node.type) ? [node] : blocksAmong(childrenOf(node))))

/** Returns every node that carries an id, in reading order, also those inside callouts and footnotes. */
export const everyBlock = (nodes: LexicalNode[]): LexicalNode[] =>
  blocksAmong(nodes).flatMap((node) => [node, ...everyBlock(childrenOf(node))])
