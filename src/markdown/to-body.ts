import { createHash } from 'node:crypto'
import type { Body, LexicalNode } from '@/richtext/nodes'
import { blockToLexical, rawBlock } from './blocks-to-lexical'
import { sameContent } from './canonical'
import { type Dialect, mdx } from './dialect'
import { fingerprint } from './fingerprint'
import type { Mapping } from './inlines-to-lexical'
import { rootNode } from './lexical'
import { type Root, type RootContent, visit } from './mdast'
import { type MarkdownWarning, parse } from './parse'
import { readsAs, serializeNode } from './serialize'
import { type Style, styleOf } from './style'
import { nodeToMdast } from './to-mdast'
import { type RawReason, Unmappable } from './unmappable'

export type ToBodyOptions = {
  dialect?: Dialect
  /** Makes the ids that blocks and links carry for Payload; made from the source by default. */
  rowId?: () => string
  /** Makes an identity for each root block (`$.blockId`); without it blocks have none yet. */
  blockId?: () => string
}

/** Where a root block of the body stands in the source as it was given, `[start, end)` in UTF-16 offsets. */
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
  /** The source as mdast, whose positions are in `source`. */
  root: Root
  /** The source with every line ending a line feed. */
  source: string
  /** The grammar that took the source. */
  dialect: Dialect
  warnings: MarkdownWarning[]
}

/**
 * Maps Markdown to a body. Each block is proved on its own: what Lexical's JSON gives back must be the block's
 * mdast, and so must its serialization, read again. A block without that proof becomes a `rawMdx` block that
 * holds its source.
 * @throws NestingError
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
  const proof: Proof = { definitions: definitionSources(root, source), style: styleOf(source) }
  const children: LexicalNode[] = []
  const blocks: SourceBlock[] = []
  for (const node of root.children) {
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? source.length
    const mapped = proved(node, mapping, proof, children.at(-1))
    const blockId = options.blockId?.()
    const child = blockId === undefined ? mapped.node : { ...mapped.node, $: { blockId, ...mapped.node.$ } }
    children.push(child)
    blocks.push({
      ...(blockId === undefined ? {} : { blockId }),
      start: offsetIn(start),
      end: offsetIn(end),
      line: node.position?.start.line ?? 1,
      fingerprint: fingerprint(child),
      raw: mapped.reason !== undefined,
      ...(mapped.reason === undefined ? {} : { reason: mapped.reason }),
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

/** From offsets of a text with line feeds to those of the text with CR LF that it was made from. */
function offsetsOf(given: string): (offset: number) => number {
  if (!given.includes('\r\n')) return (offset) => offset
  const dropped = [...given.matchAll(/\r\n/g)].map(({ index }, count) => index - count)
  return (offset) => {
    const passed = dropped.findIndex((at) => at >= offset)
    return offset + (passed < 0 ? dropped.length : passed)
  }
}

type Proof = { definitions: string; style: Style }

function proved(
  node: RootContent,
  mapping: Mapping,
  proof: Proof,
  previous: LexicalNode | undefined,
): { node: LexicalNode; reason?: RawReason } {
  const raw = (reason: RawReason) => ({ node: rawBlock(node, mapping, reason), reason })
  let failure: RawReason = 'round-trip'
  // Notes on the order of marks are needed rarely, and would keep the editor from joining texts.
  for (const notes of [false, true]) {
    try {
      const mapped = blockToLexical(node, { ...mapping, notes })
      if (mergesWith(mapped, previous)) return raw('adjacent-list')
      const stored = JSON.parse(JSON.stringify(mapped)) as LexicalNode
      const back = nodeToMdast(stored, { dialect: mapping.dialect, raw: rawWithin(mapping, proof) })
      if (!sameContent(back, [node])) continue
      const text = serializeNode(stored, { dialect: mapping.dialect, ...proof }, previous)
      if (readsAs(text, [node], mapping.dialect, proof.definitions)) return { node: mapped }
      failure = 'serialization'
    } catch (error) {
      if (error instanceof Unmappable) return raw(error.reason)
      throw error
    }
  }
  return raw(failure)
}

/** Lexical's lists join a neighbour of their own kind. */
const mergesWith = (node: LexicalNode, previous: LexicalNode | undefined) =>
  node.type === 'list' && previous?.type === 'list' && node.listType === previous.listType

/** Raw source inside of a mapped block may refer to definitions outside of it. */
function rawWithin(mapping: Mapping, proof: Proof) {
  return (source: string) =>
    parse(
      proof.definitions ? `${source}\n\n${proof.definitions}` : source,
      mapping.dialect,
    ).root.children.filter((child) => (child.position?.start.offset ?? 0) < source.length)
}

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
            message: `Kept as source, for the editor has no form for it: ${reason}`,
          },
        ],
  )
}

/** The same source gives the same ids, so that a second import changes nothing. */
function rowIdsFrom(source: string) {
  const seed = createHash('sha256').update(source).digest('hex').slice(0, 16)
  let count = 0
  return () => {
    count += 1
    return seed + count.toString(16).padStart(8, '0')
  }
}
