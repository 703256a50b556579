import { canonical } from '@/markdown/canonical'
import type { Dialect } from '@/markdown/dialect'
import { fingerprint } from '@/markdown/fingerprint'
import { parse } from '@/markdown/read/parse'
import { definitionsOf, parseWithin, type SerializeOptions, serializeNode } from '@/markdown/write/serialize'
import { styleOf, usualStyle } from '@/markdown/write/style'
import { nodeToMdast } from '@/markdown/write/to-mdast'
import type { Body, LexicalNode } from '@/richtext/nodes'
import type { KeptBlock } from '../../../format/kept-block'

/** The kept bytes of a file, the place where its body begins, and the place of each block. */
type KeptBody = { bytes: Uint8Array; start: number; blocks: readonly KeptBlock[] }

type BodyText = {
  bytes: Uint8Array
  /** Whether every byte is that of the file. */
  untouched: boolean
  /** Whether the text, read again, says what the article says. */
  proved: boolean
}

/**
 * Writes a body. A block that says what it said in its file keeps the bytes of the file. Any other block becomes
 * Markdown in the style of the file. The text is then read again. If it says something else than the article, blocks
 * get a blank line between them, and if that does not help, all blocks are written anew.
 * @param like the source of a file whose style is used if no file was kept
 */
export function bodyText(
  nodes: readonly LexicalNode[],
  { kept, like, math }: { kept: KeptBody | undefined; like?: string; math: boolean },
): BodyText {
  const written = nodes.filter((node) => !isEmptyLine(node))
  const slices = kept && keptSlices(kept)
  const places = slices ? placesOf(written, slices) : []
  if (kept && slices && isWhole(places, slices)) {
    return { bytes: kept.bytes.subarray(kept.start), untouched: true, proved: true }
  }
  const source = kept && decoded(kept.bytes.subarray(kept.start))
  const newline = source?.includes('\r\n') ? '\r\n' : '\n'
  const dialect: Dialect =
    source === undefined ? mdxOrLess(written, math) : parse(asLines(source), { format: 'mdx', math }).dialect
  const definitions = definitionsOf({ root: { children: [...written] } as unknown as Body['root'] })
  const style = source ?? like
  const options: SerializeOptions = {
    dialect,
    definitions,
    style: style === undefined ? usualStyle : styleOf(asLines(style)),
  }
  const expected = contentOf(written, options)
  const writing: Writing = { written, options, newline }
  let last = ''
  for (const attempt of attemptsAt(writing, slices, places)) {
    last = attempt()
    if (readsAs(last, expected, dialect)) return { bytes: Buffer.from(last), untouched: false, proved: true }
  }
  return { bytes: Buffer.from(last), untouched: false, proved: false }
}

/** A block of the file, the spaces before it on its line, and the text between it and the next block. */
type Slice = KeptBlock & { text: string; indent: string; gap: string }

type Slices = { lead: string; blocks: Slice[] }

function keptSlices({ bytes, start, blocks }: KeptBody): Slices {
  const begins = blocks.map((block) => lineIndent(bytes, block.start, start))
  const text = (from: number, to: number) => decoded(bytes.subarray(from, to))
  return {
    lead: text(start, begins[0] ?? bytes.length),
    blocks: blocks.map((block, index) => ({
      ...block,
      text: text(block.start, block.end),
      indent: text(begins[index] ?? block.start, block.start),
      gap: text(block.end, begins[index + 1] ?? bytes.length),
    })),
  }
}

/** The place where the spaces before a block on its line begin. */
function lineIndent(bytes: Uint8Array, start: number, first: number): number {
  let at = start
  while (at > first && (bytes[at - 1] === 0x20 || bytes[at - 1] === 0x09)) at -= 1
  return at === first || bytes[at - 1] === 0x0a ? at : start
}

/** The block of the file that a node was made from, and whether it says the same. */
type Place = { index: number; same: boolean } | undefined

function placesOf(nodes: readonly LexicalNode[], { blocks }: Slices): Place[] {
  const says = nodes.map((node) => fingerprint(node))
  const byId = new Map(blocks.map(({ blockId }, index) => [blockId, index]))
  const free = new Set(blocks.keys())
  const take = (index: number | undefined) => index !== undefined && free.delete(index)
  const places: Place[] = nodes.map((node, at) => {
    const index = byId.get(blockIdOf(node))
    return take(index)
      ? { index: index as number, same: blocks[index as number]?.fingerprint === says[at] }
      : undefined
  })
  // Blocks without an id, or with another id than before, are found by what they say.
  const byWords = new Map<string | undefined, number[]>()
  for (const index of free) {
    const words = blocks[index]?.fingerprint
    byWords.set(words, [...(byWords.get(words) ?? []), index])
  }
  return places.map((place, at) => {
    if (place) return place
    const index = byWords.get(says[at])?.shift()
    return take(index) ? { index: index as number, same: true } : undefined
  })
}

const blockIdOf = ({ $ }: LexicalNode) => $?.blockId ?? ''

const isWhole = (places: readonly Place[], { blocks }: Slices) =>
  places.length === blocks.length && places.every((place, index) => place?.same && place.index === index)

type Writing = { written: readonly LexicalNode[]; options: SerializeOptions; newline: string }

/** The ways to put a body together. The first one keeps the most bytes. */
function attemptsAt(
  writing: Writing,
  slices: Slices | undefined,
  places: readonly Place[],
): (() => string)[] {
  const anew = (escapes: 'few' | 'all') => () =>
    joined(pieces(writing, undefined, [], escapes), writing.newline)
  if (!slices) return [anew('few'), anew('all')]
  const { newline } = writing
  const kept =
    (apart: boolean, escapes: 'few' | 'all', where = places) =>
    () =>
      joinedAsKept(pieces(writing, slices, where, escapes), slices, { apart, newline })
  const beside = kept(true, 'all', places.map(besideOthers))
  return [kept(false, 'few'), kept(true, 'few'), kept(true, 'all'), beside, anew('few'), anew('all')]
}

/** Writes a block anew if its neighbours have changed, since a list beside another list needs another marker. */
const besideOthers = (place: Place, at: number, all: readonly Place[]): Place => {
  if (!place) return undefined
  const stays = (by: 1 | -1) => {
    const other = all[at + by]
    return at + by < 0 || at + by >= all.length || (other?.same === true && other.index === place.index + by)
  }
  return { ...place, same: place.same && stays(-1) && stays(1) }
}

type Piece = { text: string; place: Place }

function pieces(
  { written, options, newline }: Writing,
  slices: Slices | undefined,
  places: readonly Place[],
  escapes: 'few' | 'all',
): Piece[] {
  return written.flatMap((node, at): Piece[] => {
    const place = places[at]
    const slice = place && slices?.blocks[place.index]
    if (slice && place.same) return [{ text: slice.indent + slice.text, place }]
    const text = serializeNode(node, { ...options, escapes }, written.slice(0, at))
    return text === '' ? [] : [{ text: text.replaceAll('\n', newline), place }]
  })
}

const joined = (all: readonly Piece[], newline: string) =>
  all.length === 0 ? '' : `${newline}${all.map(({ text }) => text).join(newline + newline)}${newline}`

/** Joins blocks. Old neighbours keep the text between them; with `apart`, only if neither of them was written anew. */
function joinedAsKept(
  all: readonly Piece[],
  { lead, blocks }: Slices,
  { apart, newline }: { apart: boolean; newline: string },
): string {
  const blank = newline + newline
  let text = lead
  for (const [index, { text: words, place }] of all.entries()) {
    text += words
    const next = all[index + 1]
    if (!next) break
    const gap = place && blocks[place.index]?.gap
    const neighbours = place && next.place?.index === place.index + 1
    const loose = gap !== undefined && gap.split('\n').length > 2
    const keeps = neighbours && (!apart || loose || (place.same && next.place?.same))
    text += keeps ? gap : loose ? gap : blank
  }
  const end = blocks.at(-1)?.gap ?? newline
  return text + (all.length > 0 ? end : '')
}

const contentOf = (nodes: readonly LexicalNode[], options: SerializeOptions): string[] =>
  nodes
    .flatMap((node) =>
      nodeToMdast(node, {
        ...(options.dialect ? { dialect: options.dialect } : {}),
        raw: (source) => parseOr(source, options),
      }),
    )
    .map(canonical)

/** Raw source that an editor broke is written as it stands. The text is then not proved. */
function parseOr(source: string, { dialect, definitions }: SerializeOptions) {
  try {
    return parseWithin(source, dialect ?? { format: 'mdx', math: false }, definitions ?? '')
  } catch {
    return [{ type: 'html' as const, value: source }]
  }
}

function readsAs(text: string, expected: readonly string[], dialect: Dialect): boolean {
  const read = parse(asLines(text), dialect)
  if (read.dialect.format !== dialect.format) return false
  const found = read.root.children.map(canonical)
  return found.length === expected.length && found.every((one, index) => one === expected[index])
}

/** The grammar of a text without a file: MDX, unless its raw blocks are not MDX. */
function mdxOrLess(nodes: readonly LexicalNode[], math: boolean): Dialect {
  const mdx: Dialect = { format: 'mdx', math }
  const text = nodes.map((node) => serializeNode(node, { dialect: mdx, escapes: 'all' })).join('\n\n')
  return parse(text, mdx).dialect
}

const isEmptyLine = (node: LexicalNode) => node.type === 'paragraph' && nodeToMdast(node).length === 0

const asLines = (text: string) => text.replace(/\r\n?/g, '\n')

const decoded = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')
