import type { InlineBlockNode, LexicalNode, LinkFields, LinkNode, NodeState } from '@/richtext/nodes'
import { bitsOf, codeBit, isMark, type Mark, marksInOrder, marksOf } from '../marks'
import type { PhrasingContent } from '../mdast'

/** The functions and values that mapping back to mdast needs besides the nodes. */
export type Unmapping = {
  /** Parses raw source inside a line. */
  inline: (source: string) => PhrasingContent[]
  /** Returns the address of a picture in the media library. */
  pictureAddress: (picture: unknown) => string
  /** Makes a `<br/>` of this dialect. */
  lineBreak: (html: string | undefined) => PhrasingContent
  /** Makes an element for a mark that Markdown has no sign for. */
  element: (name: 'u' | 'sub' | 'sup', children: PhrasingContent[]) => PhrasingContent[]
}

/** In a `line` (a cell or heading) a hard break would end the block, so it is written as `<br/>`. */
export type BreakPlace = 'block' | 'line'

/** One leaf or link with the marks around it, from the outside in. `fixed` means that their order is known. */
type Token = { nodes: PhrasingContent[]; marks: Mark[]; fixed: boolean; space: boolean }

/** Maps the children of a paragraph, heading or cell back to mdast. */
export function inlinesToMdast(
  nodes: readonly LexicalNode[],
  unmapping: Unmapping,
  place: BreakPlace = 'block',
): PhrasingContent[] {
  return nest(tokens(nodes, unmapping, place, []), unmapping)
}

function tokens(
  nodes: readonly LexicalNode[],
  unmapping: Unmapping,
  place: BreakPlace,
  outer: readonly Mark[],
): Token[] {
  return nodes.flatMap((node, index): Token[] => {
    const token = tokenOf(node, unmapping, place, () => marksAround(nodes, index))
    if (!token) return []
    return [{ ...token, marks: token.marks.filter((mark) => !outer.includes(mark)) }]
  })
}

function tokenOf(
  node: LexicalNode,
  unmapping: Unmapping,
  place: BreakPlace,
  around: () => Mark[],
): Token | undefined {
  switch (node.type) {
    case 'text':
    case 'tab': {
      if (node.text === '') return undefined
      const noted = notedMarks(node.$, node.format)
      const code = (node.format & codeBit) !== 0
      return {
        nodes: [{ type: code ? 'inlineCode' : 'text', value: node.text }],
        marks: noted ?? marksOf(node.format),
        fixed: noted !== undefined,
        space: false,
      }
    }
    case 'linebreak': {
      const noted = marksIn(node.$)
      return {
        nodes: [breakOf(node.$, unmapping, place)],
        marks: noted ?? around(),
        fixed: noted !== undefined,
        space: typeof node.$?.html !== 'string',
      }
    }
    case 'link':
    case 'autolink': {
      const common = commonMarks(node.children)
      const noted = marksIn(node.$)
      const outer = noted?.every((mark) => common.includes(mark)) ? noted : undefined
      const marks = outer ?? common
      const children = nest(tokens(node.children, unmapping, place, marks), unmapping)
      return { nodes: linkOf(node, children), marks, fixed: outer !== undefined, space: false }
    }
    case 'inlineBlock':
      return { nodes: inlineBlockOf(node, unmapping), marks: around(), fixed: false, space: false }
    default:
      // A line holds blocks only in documents made elsewhere. Their words are kept.
      return 'children' in node
        ? { nodes: inlinesToMdast(node.children, unmapping, place), marks: [], fixed: true, space: false }
        : undefined
  }
}

/** Puts neighbours that share a mark under one node. The mark with the longest run goes outside. */
function nest(all: readonly Token[], unmapping: Unmapping): PhrasingContent[] {
  const result: PhrasingContent[] = []
  let index = 0
  while (index < all.length) {
    const token = all[index]
    if (!token) break
    if (token.marks.length === 0) {
      result.push(...token.nodes)
      index += 1
      continue
    }
    const { mark, end } = outermost(all, index)
    const inside = all
      .slice(index, end)
      .map((one) => ({ ...one, marks: one.marks.filter((m) => m !== mark) }))
    const { before, middle, after } = trimmed(inside)
    result.push(...nest(before, unmapping))
    if (middle.length > 0) result.push(...marked(mark, nest(middle, unmapping), unmapping))
    result.push(...nest(after, unmapping))
    index = end
  }
  return joined(result)
}

function outermost(all: readonly Token[], start: number): { mark: Mark; end: number } {
  const first = all[start]
  const candidates = first?.fixed
    ? first.marks.slice(0, 1)
    : marksInOrder.filter((m) => first?.marks.includes(m))
  const runs = candidates.map((mark) => ({ mark, end: endOfRun(all, start, mark) }))
  return runs.reduce(
    (best, run) => (run.end > best.end ? run : best),
    runs[0] ?? { mark: 'strong', end: start + 1 },
  )
}

function endOfRun(all: readonly Token[], start: number, mark: Mark) {
  let end = start
  while (end < all.length) {
    const token = all[end]
    if (!token?.marks.includes(mark) || (token.fixed && token.marks[0] !== mark)) break
    end += 1
  }
  return end
}

/** Moves white space at the edges out of a mark, because Markdown would not see the mark otherwise. */
function trimmed(tokens: readonly Token[]): { before: Token[]; middle: Token[]; after: Token[] } {
  const middle = [...tokens]
  const before: Token[] = []
  const after: Token[] = []
  for (let first = middle[0]; first; first = middle[0]) {
    const [space, rest] = parted(first, /^\s+/)
    if (space) before.push(space)
    if (rest) middle[0] = rest
    else middle.shift()
    if (rest) break
  }
  for (let last = middle.at(-1); last; last = middle.at(-1)) {
    const [space, rest] = parted(last, /\s+$/)
    if (space) after.unshift(space)
    if (rest) middle[middle.length - 1] = rest
    else middle.pop()
    if (rest) break
  }
  return { before, middle, after }
}

function parted(token: Token, pattern: RegExp): [space: Token | undefined, rest: Token | undefined] {
  if (token.space) return [token, undefined]
  const [only, ...others] = token.nodes
  if (others.length > 0 || only?.type !== 'text') return [undefined, token]
  const found = pattern.exec(only.value)?.[0]
  if (!found) return [undefined, token]
  const rest = only.value.replace(pattern, '')
  return [
    { ...token, nodes: [{ type: 'text', value: found }] },
    rest === '' ? undefined : { ...token, nodes: [{ type: 'text', value: rest }] },
  ]
}

function marked(mark: Mark, children: PhrasingContent[], unmapping: Unmapping): PhrasingContent[] {
  if (mark === 'u' || mark === 'sub' || mark === 'sup') return unmapping.element(mark, children)
  return [{ type: mark, children }]
}

function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'text' && last?.type === 'text') {
      result[result.length - 1] = { type: 'text', value: last.value + node.value }
    } else result.push(node)
  }
  return result
}

function breakOf($: NodeState | undefined, unmapping: Unmapping, place: BreakPlace): PhrasingContent {
  if ($?.soft === true && place === 'block') return { type: 'text', value: '\n' }
  if ($?.soft === true) return { type: 'text', value: ' ' }
  if (typeof $?.html === 'string') return unmapping.lineBreak($.html)
  return place === 'line' ? unmapping.lineBreak(undefined) : { type: 'break' }
}

/** Returns the marks on both sides of a node: a break or picture between two bold words is bold itself. */
function marksAround(nodes: readonly LexicalNode[], index: number): Mark[] {
  const before = edgeMarks(nodes, index, -1)
  const after = edgeMarks(nodes, index, 1)
  return before.filter((mark) => after.includes(mark))
}

function edgeMarks(nodes: readonly LexicalNode[], from: number, step: 1 | -1): Mark[] {
  for (let index = from + step; index >= 0 && index < nodes.length; index += step) {
    const node = nodes[index]
    if (node?.type === 'text') return notedMarks(node.$, node.format) ?? marksOf(node.format)
    if (node?.type === 'link' || node?.type === 'autolink') return commonMarks(node.children)
  }
  return []
}

function commonMarks(nodes: readonly LexicalNode[]): Mark[] {
  const each = nodes.flatMap((node) => (node.type === 'text' ? [marksOf(node.format)] : []))
  return (each[0] ?? []).filter((mark) => each.every((marks) => marks.includes(mark)))
}

function marksIn($: NodeState | undefined): Mark[] | undefined {
  const noted: unknown = $?.marks
  return Array.isArray(noted) && noted.every(isMark) ? noted : undefined
}

/** Returns the noted order of marks, unless the editor has changed the marks since. */
function notedMarks($: NodeState | undefined, format: number) {
  const noted = marksIn($)
  return noted && bitsOf(noted) === (format & ~codeBit) ? noted : undefined
}

function linkOf(
  { fields, $ }: { fields: LinkFields; $?: NodeState } & Pick<LinkNode, 'children'>,
  children: PhrasingContent[],
): PhrasingContent[] {
  const url = fields.url ?? ''
  const known = referenceIn($, url)
  const inside = children as Extract<PhrasingContent, { type: 'link' }>['children']
  if (known) {
    const { identifier, label, referenceType } = known
    return [{ type: 'linkReference', identifier, label, referenceType, children: inside }]
  }
  const form = $?.form === 'literal' || $?.form === 'angle' ? $.form : undefined
  return [
    { type: 'link', url, title: fields.title || null, children: inside, ...(form ? { data: { form } } : {}) },
  ]
}

function inlineBlockOf(node: InlineBlockNode, unmapping: Unmapping): PhrasingContent[] {
  const { fields } = node
  switch (fields.blockType) {
    case 'inlineImage':
      return [pictureOf(fields, unmapping)]
    case 'inlineMath':
      return [{ type: 'inlineMath', value: fields.formula }]
    case 'footnoteReference':
      return [{ type: 'footnoteReference', identifier: identifierOf(fields.label), label: fields.label }]
    case 'inlineRaw':
      return unmapping.inline(fields.source)
  }
}

type PictureFields = {
  picture?: unknown
  address?: string | null
  alt?: string | null
  title?: string | null
}

/** Makes an image from the values of a picture's form. */
export const pictureOf = (fields: PictureFields, unmapping: Unmapping): PhrasingContent => ({
  type: 'image',
  // The address that the author wrote takes precedence over the one in the media library.
  url: fields.address || (fields.picture ? unmapping.pictureAddress(fields.picture) : ''),
  title: fields.title || null,
  alt: fields.alt ?? '',
})

/** Returns the reference of `[text][label]` while the link still has the address that the label stood for. */
function referenceIn($: NodeState | undefined, url: string) {
  const noted: unknown = $?.reference
  if (typeof noted !== 'object' || noted === null) return undefined
  const { identifier, label, type, url: before } = noted as Record<string, unknown>
  if (before !== url || typeof identifier !== 'string' || typeof label !== 'string') return undefined
  const referenceType = type === 'full' || type === 'collapsed' ? type : 'shortcut'
  return { identifier, label, referenceType } as const
}

/** Returns mdast's identifier of a label: white space is collapsed and case folded. */
export const identifierOf = (label: string) =>
  label.replace(/\s+/g, ' ').trim().toLowerCase().toUpperCase().toLowerCase()
