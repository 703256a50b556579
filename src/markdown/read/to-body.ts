import { createHash } from 'node:crypto'
import type { Body, LexicalNode } from '@/richtext/nodes'
import { sameContent } from '../canonical'
import { type Dialect, mdx } from '../dialect'
import { fingerprint } from '../fingerprint'
import { type Root, type RootContent, visit } from '../mdast'
import { parseWithin, readsAs, serializeNode } from '../write/serialize'
import { nodeToMdast } from '../write/to-mdast'
import { type RawReason, Unmappable } from '../write/unmappable'
import { blockToLexical, rawBlock, rawStart } from './blocks-to-lexical'
import type { Mapping } from './inlines-to-lexical'
import { rootNode } from './lexical'
import { type MarkdownWarning, parse } from './parse'

export type ToBodyOptions = {
  dialect?: Dialect
  /** Makes the ids that Payload needs on blocks and links. By default they are derived from the source. */
  rowId?: () => string
  /** Makes an id for each root block (`$.blockId`). Without it the blocks have no ids yet. */
  blockId?: () => string
}

/** The place of a root block in the source as it was given: `[start, end)` in UTF-16 offsets. */
export type SourceBlock = {
  blockId?: string
  start: number
  end: number
  /** Counts from 1. */
  line: number
  fingerprint: string
  raw: boolean
  reason?: RawReason
}

export type MappedBody = {
  body: Body
  /** One for each child of the body's root, in the same order. */
  blocks: SourceBlock[]
  /** The source as mdast. Its positions are offsets in `source`. */
  root: Root
  /** The given source with every line ending turned into a line feed. */
  source: string
  /** The dialect that the source was read in. */
  dialect: Dialect
  warnings: MarkdownWarning[]
}

/**
 * Maps Markdown to a body. Each block is proved on its own: mapping Lexical's JSON back must give the block's mdast,
 * and so must serializing it and reading that again. A block that fails becomes a `rawMdx` block that holds its
 * source.
 * @throws NestingError, EffortError
 */
export function toBody(given: string, options: ToBodyOptions = {}): MappedBody {
  const source = given.replace(/\r\n?/g, '\n')
  const offsetIn = offsetsOf(given)
  const { root, dialect, warnings } = parse(source, options.dialect ?? mdx)
  const mapping: Mapping = {
    source,
    dialect,
    rowId: options.rowId ?? rowIdsFrom(source),
    notes: false,
    definitions: definitionsIn(root),
  }
  const mapped = mappedBlocks(root, mapping, definitionSources(root, source))
  const children: LexicalNode[] = []
  const blocks: SourceBlock[] = []
  for (const { node, from, reason } of mapped) {
    const blockId = options.blockId?.()
    const child = blockId === undefined ? node : { ...node, $: { blockId, ...node.$ } }
    children.push(child)
    blocks.push({
      ...(blockId === undefined ? {} : { blockId }),
      start: offsetIn(reason === undefined ? (from.position?.start.offset ?? 0) : rawStart(from, source)),
      end: offsetIn(from.position?.end.offset ?? source.length),
      line: from.position?.start.line ?? 1,
      fingerprint: fingerprint(child),
      raw: reason !== undefined,
      ...(reason === undefined ? {} : { reason }),
    })
  }
  return {
    body: { root: rootNode(children) },
    blocks,
    root,
    source,
    dialect,
    warnings: [...warnings, ...rawWarnings(blocks)],
  }
}

/** Turns offsets in the text with line feeds into offsets in the original text with CR LF. */
function offsetsOf(given: string): (offset: number) => number {
  if (!given.includes('\r\n')) return (offset) => offset
  const dropped = [...given.matchAll(/\r\n/g)].map(({ index }, count) => index - count)
  return (offset) => {
    const passed = dropped.findIndex((at) => at >= offset)
    return offset + (passed < 0 ? dropped.length : passed)
  }
}

/** A block of the source, the node made from it, and the reason if that node is raw. */
type Mapped = { from: RootContent; node: LexicalNode; reason?: RawReason }

function mappedBlocks(root: Root, mapping: Mapping, definitions: string): Mapped[] {
  const mapped: Mapped[] = []
  for (const from of root.children) mapped.push(roundTrip(from, mapping, definitions, mapped.at(-1)?.node))
  const nodes = mapped.map(({ node }) => node)
  const texts = nodes.map((node, index) => {
    const options = { dialect: mapping.dialect, definitions, escapes: 'all' } as const
    return serializeNode(node, options, nodes.slice(0, index))
  })
  for (const index of unreadable(mapped, texts, { dialect: mapping.dialect, definitions })) {
    const one = mapped[index]
    if (one && one.reason === undefined) {
      mapped[index] = { ...one, node: rawBlock(one.from, mapping, 'serialization'), reason: 'serialization' }
    }
  }
  return mapped
}

/** Maps a block to Lexical's JSON and back, and keeps it as raw source when the two differ. */
function roundTrip(
  from: RootContent,
  mapping: Mapping,
  definitions: string,
  previous: LexicalNode | undefined,
): Mapped {
  const raw = (reason: RawReason): Mapped => ({ from, node: rawBlock(from, mapping, reason), reason })
  // Notes on the order of marks are rarely needed, and keep the editor from joining texts.
  for (const notes of [false, true]) {
    try {
      const node = blockToLexical(from, { ...mapping, notes })
      if (mergesWith(node, previous)) return raw('adjacent-list')
      const stored = JSON.parse(JSON.stringify(node)) as LexicalNode
      const back = nodeToMdast(stored, {
        dialect: mapping.dialect,
        raw: (source) => parseWithin(source, mapping.dialect, definitions),
      })
      if (sameContent(back, [from])) return { from, node }
    } catch (error) {
      if (error instanceof Unmappable) return raw(error.reason)
      throw error
    }
  }
  return raw('round-trip')
}

/**
 * Returns the indexes of the blocks whose serialized text does not read as the nodes that they were made from. All
 * blocks are read at once first; when the result differs, each half is read on its own.
 */
function unreadable(
  mapped: readonly Mapped[],
  texts: readonly string[],
  context: { dialect: Dialect; definitions: string },
  [start, end] = [0, mapped.length],
): number[] {
  if (start >= end) return []
  const whole = texts.slice(start, end).join('\n\n')
  const nodes = mapped.slice(start, end).map(({ from }) => from)
  if (readsAs(whole, nodes, context.dialect, context.definitions)) return []
  if (end - start === 1) return [start]
  const middle = Math.floor((start + end) / 2)
  const found = [
    ...unreadable(mapped, texts, context, [start, middle]),
    ...unreadable(mapped, texts, context, [middle, end]),
  ]
  // Each half reads well on its own, so the block right after the seam is the one that fails.
  return found.length > 0 ? found : [middle]
}

/** Lexical joins neighbouring lists of the same kind. */
const mergesWith = (node: LexicalNode, previous: LexicalNode | undefined) =>
  node.type === 'list' && previous?.type === 'list' && node.listType === previous.listType

function definitionsIn(root: Root): Mapping['definitions'] {
  const found = new Map<string, { url: string; title?: string | null }>()
  visit(root, (node) => {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node)
  })
  return found
}

const definitionSources = (root: Root, source: string) =>
  root.children
    .filter((node) => node.type === 'definition' || node.type === 'footnoteDefinition')
    .map((node) => source.slice(node.position?.start.offset, node.position?.end.offset))
    .join('\n\n')

function rawWarnings(blocks: readonly SourceBlock[]): MarkdownWarning[] {
  return blocks.flatMap(({ line, reason }) =>
    reason === undefined
      ? []
      : [
          {
            code: 'raw-block',
            line,
            message: `Kept as source because the editor has no form for it: ${reason}`,
          },
        ],
  )
}

/** Gives the same ids for the same source, so that a second import changes nothing. */
function rowIdsFrom(source: string) {
  const seed = createHash('sha256').update(source).digest('hex').slice(0, 16)
  let count = 0
  return () => {
    count += 1
    return seed + count.toString(16).padStart(8, '0')
  }
}
