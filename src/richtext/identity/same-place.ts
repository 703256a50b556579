import { childrenOf } from '../children'
import type { LexicalNode } from '../nodes'
import { blockIdOf, blocksAmong, everyBlock } from './identified-blocks'

type Comparison = {
  nodes: LexicalNode[]
  before: LexicalNode[]
  /** The ids that are already known, by node. */
  ids: ReadonlyMap<LexicalNode, string>
}

/**
 * Finds the ids of blocks that were edited and lost theirs. A block without an id gets the old one when its neighbours
 * on both sides are the same as before, and exactly one block stood between them, of the same kind and missing now.
 */
export function idsBySamePlace({ nodes, before, ids }: Comparison): Map<LexicalNode, string> {
  const found = new Map<LexicalNode, string>()
  const taken = new Set(ids.values())
  const beforeById = byId(everyBlock(before), (node) => node)
  const idOf = (node: LexicalNode | undefined) => node && (ids.get(node) ?? found.get(node))

  const compare = (siblings: LexicalNode[], siblingsBefore: LexicalNode[]) => {
    const order = byId(siblingsBefore, (_node, index) => index)
    siblings.forEach((node, index) => {
      if (idOf(node) !== undefined) return
      const start = index === 0 ? -1 : order.get(idOf(siblings[index - 1]))
      const end = index === siblings.length - 1 ? siblingsBefore.length : order.get(idOf(siblings[index + 1]))
      if (start === undefined || end === undefined) return
      const [only, ...others] = siblingsBefore
        .slice(start + 1, end)
        .filter((old) => !taken.has(blockIdOf(old) ?? ''))
      const id = only && blockIdOf(only)
      if (id === undefined || others.length > 0 || kindOf(only) !== kindOf(node)) return
      found.set(node, id)
      taken.add(id)
    })
    for (const node of siblings) {
      const old = beforeById.get(idOf(node))
      if (old) compare(blocksAmong(childrenOf(node)), blocksAmong(childrenOf(old)))
    }
  }

  compare(blocksAmong(nodes), blocksAmong(before))
  return found
}

function byId<Value>(nodes: LexicalNode[], value: (node: LexicalNode, index: number) => Value) {
  const values = new Map<string | undefined, Value>()
  nodes.forEach((node, index) => {
    if (blockIdOf(node) !== undefined) values.set(blockIdOf(node), value(node, index))
  })
  return values
}

/** A paragraph may become a heading or a quote and stay the same block; a picture does not become a rule. */
function kindOf(node: LexicalNode | undefined): string | undefined {
  if (node?.type === 'block') return `block ${node.fields.blockType}`
  return node?.type === 'heading' || node?.type === 'quote' ? 'paragraph' : node?.type
}
