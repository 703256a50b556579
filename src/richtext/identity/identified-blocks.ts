import { childrenOf } from '../children'
import type { LexicalNode } from '../nodes'

/** Nodes that carry an id. Rows of tables, links and text do not. */
const identified: ReadonlySet<string> = new Set<LexicalNode['type']>([
  ...(['paragraph', 'heading', 'quote', 'list', 'listitem'] as const),
  ...(['table', 'tablecell', 'horizontalrule', 'block'] as const),
])

/** The id of a block, in its NodeState. */
export const blockIdOf = (node: LexicalNode): string | undefined => {
  const id: unknown = node.$?.blockId
  return typeof id === 'string' ? id : undefined
}

/** The nearest nodes that carry an id, at or below these: what stands side by side as blocks. */
export const blocksAmong = (nodes: LexicalNode[]): LexicalNode[] =>
  nodes.flatMap((node) => (identified.has(node.type) ? [node] : blocksAmong(childrenOf(node))))

/** Every node that carries an id, in reading order, those of callouts and footnotes included. */
export const everyBlock = (nodes: LexicalNode[]): LexicalNode[] =>
  blocksAmong(nodes).flatMap((node) => [node, ...everyBlock(childrenOf(node))])
