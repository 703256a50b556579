import type { Code, List, ListItem, Paragraph, Table } from 'mdast'
import type { BlockFields, LexicalNode, ListItemNode } from '@/richtext/nodes'
import { codeMeta } from '../code-meta'
import { embedOf } from '../embed'
import type { Nodes, RootContent } from '../mdast'
import { type RawReason, Unmappable } from '../write/unmappable'
import { inlinesToLexical, type Mapping, pictureValues } from './inlines-to-lexical'
import {
  blockNode,
  headingNode,
  lineBreak,
  listItem,
  listNode,
  paragraphNode,
  quoteNode,
  rootNode,
  tableCell,
  tableNode,
  tableRow,
} from './lexical'

/** The greatest depth of callouts within callouts. The editor has forms for this many levels. */
const deepestAdmonition = 2

/**
 * Maps a block without proving the result; the caller does that.
 * @throws Unmappable when the block holds something that Lexical has no shape for
 */
export function blockToLexical(node: RootContent, mapping: Mapping, admonitions = 0): LexicalNode {
  switch (node.type) {
    case 'paragraph': {
      const [only, ...others] = node.children
      if (others.length === 0 && only?.type === 'image') {
        return blockNode('image', mapping.rowId(), pictureValues(only))
      }
      return paragraphNode(inlinesToLexical(node.children, mapping))
    }
    case 'heading':
      return headingNode(
        node.depth,
        inlinesToLexical(node.children, mapping),
        node.data?.anchor === undefined ? undefined : { anchor: node.data.anchor },
      )
    case 'blockquote':
      return quoteNode(paragraphs(node.children, mapping, 'quote'))
    case 'list':
      return list(node, mapping, 0)
    case 'table':
      return table(node, mapping)
    case 'code':
      return code(node, mapping)
    case 'thematicBreak':
      return { type: 'horizontalrule', version: 1 }
    case 'math':
      if (node.meta) throw new Unmappable('code')
      return blockNode('math', mapping.rowId(), { formula: node.value })
    case 'containerDirective':
      return admonition(node, mapping, admonitions)
    case 'footnoteDefinition':
      return blockNode('footnoteDefinition', mapping.rowId(), {
        label: node.label ?? node.identifier,
        content: { root: rootNode(node.children.map((child) => nested(child, mapping, admonitions))) },
      })
    case 'html':
    case 'mdxJsxFlowElement': {
      const embed = embedOf(slice(node, mapping))
      if (!embed) throw new Unmappable(reasonOf(node, mapping))
      return blockNode('embed', mapping.rowId(), embed)
    }
    default:
      throw new Unmappable(reasonOf(node, mapping))
  }
}

/** Keeps a block as the source that its author wrote. */
export function rawBlock(node: RootContent, mapping: Mapping, reason: RawReason) {
  const source = mapping.source.slice(rawStart(node, mapping.source), node.position?.end.offset)
  return blockNode('rawMdx', mapping.rowId(), { source, reason })
}

/**
 * Returns the offset at which the source of a raw block begins. It includes the spaces that indent the first line:
 * the lines below keep theirs, and would be read as something else if the first line lost its own.
 */
export function rawStart(node: RootContent, source: string): number {
  const start = node.position?.start.offset
  if (start === undefined) throw new Unmappable('unknown')
  const spaces = /(?:^|\n)( {1,3})$/.exec(source.slice(Math.max(0, start - 4), start))?.[1] ?? ''
  return start - spaces.length
}

function slice(node: Nodes, { source }: Mapping) {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset]
  if (start === undefined || end === undefined) throw new Unmappable('unknown')
  return source.slice(start, end)
}

const truncate = /^(?:<!--\s*truncate\s*-->|\{\/\*\s*truncate\s*\*\/\})$/

function reasonOf(node: RootContent, mapping: Mapping): RawReason {
  const written = slice(node, mapping)
  if (truncate.test(written)) return 'truncate'
  switch (node.type) {
    case 'definition':
      return 'definition'
    case 'mdxjsEsm':
      return 'esm'
    case 'mdxFlowExpression':
      return /^\{\s*\/\*[\s\S]*\*\/\s*\}$/.test(written) ? 'comment' : 'expression'
    case 'html':
      return /^<!--[\s\S]*-->$/.test(written) ? 'comment' : 'html'
    case 'mdxJsxFlowElement':
      return 'element'
    default:
      return 'unknown'
  }
}

/** Puts several paragraphs where Lexical has room for one line of inlines, with two line breaks between them. */
function paragraphs(children: readonly Nodes[], mapping: Mapping, reason: RawReason): LexicalNode[] {
  return children.flatMap((child, index) => {
    if (child.type !== 'paragraph') throw new Unmappable(reason)
    return [...(index > 0 ? [lineBreak(), lineBreak()] : []), ...inlinesToLexical(child.children, mapping)]
  })
}

function list(node: List, mapping: Mapping, indent: number): LexicalNode {
  const listType = listTypeOf(node)
  const start = node.start ?? 1
  const children = node.children.flatMap((item, index) =>
    items(item, mapping, { value: start + index, indent, ...checkedOf(item) }),
  )
  return listNode(listType, start, children, node.spread ? { spread: true } : undefined)
}

function listTypeOf({ ordered, children }: List) {
  const boxes = children.filter((item) => typeof item.checked === 'boolean').length
  if (boxes > 0 && (ordered || boxes < children.length)) throw new Unmappable('list-item')
  if (ordered) return 'number'
  return boxes > 0 ? 'check' : 'bullet'
}

const checkedOf = ({ checked }: ListItem) => (typeof checked === 'boolean' ? { checked } : {})

/** Lexical keeps a nested list in an item of its own, right after the item that the list belongs to. */
function items(
  item: ListItem,
  mapping: Mapping,
  shape: { value: number; indent: number; checked?: boolean },
): ListItemNode[] {
  const firstList = item.children.findIndex((child) => child.type === 'list')
  const own = firstList < 0 ? item.children : item.children.slice(0, firstList)
  const nested = firstList < 0 ? [] : item.children.slice(firstList)
  const spread = Boolean(item.spread) === own.length > 1 ? undefined : { spread: Boolean(item.spread) }
  const result: ListItemNode[] = []
  if (own.length > 0 || nested.length === 0) {
    result.push(listItem(shape, paragraphs(own, mapping, 'list-item'), spread))
  } else if (spread || shape.checked !== undefined) {
    throw new Unmappable('list-item')
  }
  for (const child of nested) {
    if (child.type !== 'list') throw new Unmappable('list-item')
    const holder = { value: shape.value + result.length, indent: shape.indent, ...checkedHolder(shape) }
    result.push(listItem(holder, [list(child, mapping, shape.indent + 1)]))
  }
  return result
}

const checkedHolder = ({ checked }: { checked?: boolean }) =>
  checked === undefined ? {} : { checked: false }

function table(node: Table, mapping: Mapping): LexicalNode {
  const columns = node.align?.length ?? 0
  const rows = node.children.map((row, index) => {
    if (row.children.length > columns) throw new Unmappable('ragged-table')
    const cells = Array.from({ length: columns }, (_, column) => {
      const cell = row.children[column]
      const paragraph = paragraphNode(
        cell ? inlinesToLexical(cell.children, mapping) : [],
        node.align?.[column] ?? '',
      )
      return tableCell(index === 0, paragraph, cell ? undefined : { absent: true })
    })
    return tableRow(cells)
  })
  return tableNode(rows)
}

function code(node: Code, mapping: Mapping): LexicalNode {
  const { title, meta } = codeMeta(node.meta)
  const fields: BlockFields['code'] = { code: node.value }
  if (node.lang) fields.language = node.lang
  if (title !== undefined) fields.title = title
  if (meta !== undefined) fields.meta = meta
  return blockNode('code', mapping.rowId(), fields)
}

const kinds = ['note', 'tip', 'info', 'warning', 'danger'] as const

function admonition(
  node: Extract<Nodes, { type: 'containerDirective' }>,
  mapping: Mapping,
  depth: number,
): LexicalNode {
  const kind = kinds.find((known) => known === node.name)
  if (!kind || depth >= deepestAdmonition || Object.keys(node.attributes ?? {}).length > 0) {
    throw new Unmappable('admonition')
  }
  const [first, ...rest] = node.children
  const label = first?.type === 'paragraph' && isLabel(first) ? titleOf(first) : undefined
  const inside = label === undefined ? node.children : rest
  const content = inside.map((child) => nested(child, mapping, depth + 1))
  return blockNode('admonition', mapping.rowId(), {
    kind,
    ...(label === undefined ? {} : { title: label }),
    content: { root: rootNode(content) },
  })
}

const isLabel = (node: Paragraph) =>
  node.data !== undefined && 'directiveLabel' in node.data && node.data.directiveLabel === true

function titleOf(label: Paragraph) {
  const [only, ...others] = label.children
  if (others.length > 0 || only?.type !== 'text') throw new Unmappable('admonition')
  return only.value
}

function nested(child: RootContent, mapping: Mapping, depth: number): LexicalNode {
  try {
    return blockToLexical(child, mapping, depth)
  } catch (error) {
    if (error instanceof Unmappable) return rawBlock(child, mapping, error.reason)
    throw error
  }
}
