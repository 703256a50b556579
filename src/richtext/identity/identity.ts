import { childrenOf, rootChildren } from '../children'
import type { Body, LexicalNode } from '../nodes'
import { belongsTo, blockId, randomPart } from './block-id'
import { contentHash } from './content-hash'
import { blockIdOf, everyBlock } from './identified-blocks'
import { idsBySamePlace } from './same-place'

type Identification = {
  body: Body
  /** The body as it was last stored. Lost ids are looked up in it. */
  previous?: Body | null
  /** The article's own random string. An id that was not made with it came from another article. */
  scope: string
  /** Returns eight characters of base 36 for the next new id. Random by default. */
  mint?: () => string
}

/**
 * Returns the body with an id on every block. Of two equal ids the first is kept; ids of other articles are dropped. A
 * lost id comes back from `previous`: by the row id of a form block, by content, or for the only block in the place of
 * the only missing one. All other blocks get new ids. Nothing else in the body changes, the arguments stay as they are,
 * and a second call changes nothing.
 *
 * @throws RangeError when `mint` keeps returning ids that are already taken.
 */
export function withBlockIds({ body, previous, scope, mint = randomPart }: Identification): Body {
  // Copied first, so that a node that is used in two places becomes two nodes.
  const nodes = copied(rootChildren(body))
  const blocks = everyBlock(nodes)
  const before = rootChildren(previous)
  const blocksBefore = everyBlock(before).filter((node) => isOwn(blockIdOf(node), scope))
  const ids = new Map<LexicalNode, string>()
  const taken = new Set<string>()

  const assign = (idFor: (node: LexicalNode) => string | undefined) => {
    for (const node of blocks) {
      const id = ids.has(node) ? undefined : idFor(node)
      if (id === undefined || taken.has(id)) continue
      ids.set(node, id)
      taken.add(id)
    }
  }

  const emptied = leftBehind(blocks, blocksBefore, scope)
  assign((node) => (emptied.has(node) ? undefined : ownId(node, scope)))
  const byRow = idsByRow(blocksBefore)
  assign((node) => byRow.get(rowId(node)))
  const byContent = idsByFingerprint(blocksBefore, taken)
  assign((node) => byContent.get(contentHash(node))?.shift())
  const byPlace = idsBySamePlace({ nodes, before, ids })
  assign((node) => ownOr(byPlace.get(node), scope))
  const reserved = new Set([...taken, ...blocksBefore.flatMap((node) => blockIdOf(node) ?? [])])
  assign(() => newId(reserved, scope, mint))

  return { ...body, root: { ...body.root, children: marked(nodes, ids) } }
}

const isOwn = (id: string | undefined, scope: string) => id !== undefined && belongsTo(id, scope)

const ownOr = (id: string | undefined, scope: string) => (isOwn(id, scope) ? id : undefined)

const ownId = (node: LexicalNode, scope: string) => ownOr(blockIdOf(node), scope)

/**
 * Pressing Return at the beginning of a line leaves its id on the empty line above. The words go on below without an id
 * (paragraphs) or with the same one (items). Such an empty line does not count as the holder of its id.
 */
function leftBehind(blocks: LexicalNode[], before: LexicalNode[], scope: string): Set<LexicalNode> {
  const holders = firstHolders(blocks, scope)
  const empty = [...holders].filter(([, node]) => isEmptyLine(node))
  if (empty.length === 0) return new Set()
  const first = new Set(holders.values())
  const others = new Set(blocks.filter((node) => !first.has(node)).map(contentHash))
  const said = new Map(before.map((node) => [blockIdOf(node), node]))
  return new Set(
    empty.flatMap(([id, node]) => {
      const old = said.get(id)
      return old && !isEmptyLine(old) && others.has(contentHash(old)) ? [node] : []
    }),
  )
}

function firstHolders(blocks: LexicalNode[], scope: string): Map<string, LexicalNode> {
  const holders = new Map<string, LexicalNode>()
  for (const node of blocks) {
    const id = ownId(node, scope)
    if (id !== undefined && !holders.has(id)) holders.set(id, node)
  }
  return holders
}

const lines: ReadonlySet<LexicalNode['type']> = new Set(['paragraph', 'heading', 'listitem'])

const isEmptyLine = (node: LexicalNode) => lines.has(node.type) && childrenOf(node).length === 0

/** Payload's editor keeps the row id of a form block but drops its NodeState (3.90). */
const rowId = (node: LexicalNode): string | undefined => (node.type === 'block' ? node.fields.id : undefined)

function idsByRow(before: LexicalNode[]): Map<string | undefined, string> {
  const ids = new Map<string | undefined, string>()
  for (const node of before) {
    const [row, id] = [rowId(node), blockIdOf(node)]
    if (row !== undefined && id !== undefined && !ids.has(row)) ids.set(row, id)
  }
  return ids
}

/** Returns the ids that no block holds any more, by the content of their former blocks, in order. */
function idsByFingerprint(before: LexicalNode[], taken: ReadonlySet<string>): Map<string, string[]> {
  const ids = new Map<string, string[]>()
  for (const node of before) {
    const id = blockIdOf(node)
    if (id === undefined || taken.has(id)) continue
    const content = contentHash(node)
    ids.set(content, [...(ids.get(content) ?? []), id])
  }
  return ids
}

const mostAttempts = 100

function newId(reserved: Set<string>, scope: string, mint: () => string): string {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const id = blockId(mint(), scope)
    if (reserved.has(id)) continue
    reserved.add(id)
    return id
  }
  throw new RangeError(
    `Expected a new block id within ${mostAttempts} attempts, got only ids that are taken. Give \`mint\` a better source of randomness.`,
  )
}

const copied = (nodes: LexicalNode[]): LexicalNode[] =>
  nodes.map((node) => ({ ...withChildren(node, copied) }))

const marked = (nodes: LexicalNode[], ids: ReadonlyMap<LexicalNode, string>): LexicalNode[] =>
  nodes.map((node) => {
    const id = ids.get(node)
    const whole = withChildren(node, (children) => marked(children, ids))
    return id === undefined ? whole : { ...whole, $: { ...whole.$, blockId: id } }
  })

function withChildren(node: LexicalNode, map: (children: LexicalNode[]) => LexicalNode[]): LexicalNode {
  if ('children' in node) return { ...node, children: map(node.children) }
  if (node.type !== 'block' || !('content' in node.fields) || !node.fields.content?.root) return node
  const { content } = node.fields
  const root = { ...content.root, children: map(rootChildren(content)) }
  return { ...node, fields: { ...node.fields, content: { ...content, root } } } as LexicalNode
}
