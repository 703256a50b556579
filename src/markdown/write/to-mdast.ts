import type { BlockContent, ListItem, Paragraph, PhrasingContent, TableRow } from 'mdast'
import type { BlockNode, Body, LexicalNode, ListNode, QuoteNode, TableNode } from '@/richtext/nodes'
import { metaString } from '../code-meta'
import { type Dialect, mdx } from '../dialect'
import { embedSource } from '../embed'
import type { RootContent } from '../mdast'
import { parse, parseInline } from '../read/parse'
import { identifierOf, inlinesToMdast, pictureOf, type Unmapping } from './inlines-to-mdast'

export type ToMdastOptions = {
  dialect?: Dialect
  /** Returns the address of a picture in the media library. Needed when a body holds such a picture. */
  pictureAddress?: (picture: unknown) => string
  /** Returns the nodes for raw source. By default the source is parsed. */
  raw?: (source: string) => RootContent[]
  inlineRaw?: (source: string) => PhrasingContent[]
}

/** The inverse of `toBody` for one block. Raw source may give several nodes, an empty block gives none. */
export function nodeToMdast(node: LexicalNode, options: ToMdastOptions = {}): RootContent[] {
  return blockToMdast(node, contextOf(options))
}

type Context = Unmapping & { raw: (source: string) => RootContent[] }

function contextOf(options: ToMdastOptions): Context {
  const dialect = options.dialect ?? mdx
  return {
    raw: options.raw ?? ((source) => parse(source, dialect).root.children),
    inline:
      options.inlineRaw ?? ((source) => parseInline(source, dialect) ?? [{ type: 'text', value: source }]),
    pictureAddress: options.pictureAddress ?? unknownPicture,
    lineBreak: (html) =>
      dialect.format === 'mdx'
        ? { type: 'mdxJsxTextElement', name: 'br', attributes: [], children: [] }
        : { type: 'html', value: html ?? '<br />' },
    element: (name, children) =>
      dialect.format === 'mdx'
        ? [{ type: 'mdxJsxTextElement', name, attributes: [], children }]
        : [{ type: 'html', value: `<${name}>` }, ...children, { type: 'html', value: `</${name}>` }],
  }
}

/** Stands in for the address in the media library, which only the caller knows. */
const unknownPicture = (picture: unknown) => {
  const id = typeof picture === 'object' && picture !== null && 'id' in picture ? picture.id : picture
  return `media:${String(id)}`
}

function blockToMdast(node: LexicalNode, context: Context): RootContent[] {
  switch (node.type) {
    case 'paragraph': {
      const children = inlinesToMdast(node.children, context)
      return children.length > 0 ? [{ type: 'paragraph', children }] : []
    }
    case 'heading': {
      const anchor: unknown = node.$?.anchor
      return [
        {
          type: 'heading',
          depth: depths[node.tag],
          children: inlinesToMdast(node.children, context, 'line'),
          ...(typeof anchor === 'string' ? { data: { anchor } } : {}),
        },
      ]
    }
    case 'quote':
      return [{ type: 'blockquote', children: quoted(node, context) }]
    case 'list':
      return [list(node, context)]
    case 'table':
      return [table(node, context)]
    case 'horizontalrule':
      return [{ type: 'thematicBreak' }]
    case 'block':
      return block(node, context)
    default: {
      const children = inlinesToMdast([node], context)
      return children.length > 0 ? [{ type: 'paragraph', children }] : []
    }
  }
}

const depths = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 } as const

const quoted = (node: QuoteNode, context: Context): Paragraph[] =>
  parts(node.children).map((part) => ({ type: 'paragraph', children: inlinesToMdast(part, context) }))

/** Splits at two line breaks, which stand for a new paragraph where Lexical has room for only one. */
function parts(nodes: readonly LexicalNode[]): LexicalNode[][] {
  const result: LexicalNode[][] = [[]]
  for (const [index, node] of nodes.entries()) {
    if (isHardBreak(node) && isHardBreak(nodes[index + 1])) {
      if (result.at(-1)?.length) result.push([])
    } else if (!(isHardBreak(node) && isHardBreak(nodes[index - 1]))) {
      result.at(-1)?.push(node)
    }
  }
  return result.filter((part) => part.length > 0)
}

const isHardBreak = (node: LexicalNode | undefined) =>
  node?.type === 'linebreak' && node.$?.soft === undefined && node.$?.html === undefined

function list(node: ListNode, context: Context): Extract<RootContent, { type: 'list' }> {
  const children: ListItem[] = []
  for (const item of node.children) {
    if (item.type !== 'listitem') continue
    const own = parts(item.children.filter((child) => child.type !== 'list')).map(
      (part): Paragraph => ({ type: 'paragraph', children: inlinesToMdast(part, context) }),
    )
    const nested = item.children.filter((child) => child.type === 'list').map((child) => list(child, context))
    const previous = children.at(-1)
    if (previous && own.length === 0 && nested.length > 0) {
      previous.children.push(...nested)
      continue
    }
    const spread: unknown = item.$?.spread
    children.push({
      type: 'listItem',
      spread: typeof spread === 'boolean' ? spread : own.length > 1,
      checked: node.listType === 'check' ? item.checked === true : null,
      children: [...own, ...nested],
    })
  }
  const ordered = node.listType === 'number'
  return {
    type: 'list',
    ordered,
    start: ordered ? node.start : null,
    spread: node.$?.spread === true,
    children,
  }
}

function table(node: TableNode, context: Context): Extract<RootContent, { type: 'table' }> {
  const rows = node.children.filter((row) => row.type === 'tablerow')
  const align = rows[0]?.children.map(alignOf) ?? []
  const children = rows.map((row): TableRow => {
    const cells = row.children.filter((cell) => cell.type === 'tablecell')
    const last = cells.findLastIndex((cell) => cell.$?.absent !== true || textIn(cell))
    return {
      type: 'tableRow',
      children: cells.slice(0, last + 1).map((cell) => ({
        type: 'tableCell',
        children: cell.children.flatMap((child, index) => [
          ...(index > 0 ? [context.lineBreak(undefined)] : []),
          ...inlinesToMdast('children' in child ? child.children : [child], context, 'line'),
        ]),
      })),
    }
  })
  return { type: 'table', align, children }
}

const textIn = (node: LexicalNode): boolean =>
  'children' in node ? node.children.some(textIn) : node.type !== 'linebreak'

function alignOf(cell: LexicalNode) {
  const first = cell.type === 'tablecell' ? cell.children[0] : undefined
  const format = first?.type === 'paragraph' ? first.format : ''
  return format === 'left' || format === 'center' || format === 'right' ? format : null
}

function block(node: BlockNode, context: Context): RootContent[] {
  const { fields } = node
  switch (fields.blockType) {
    case 'image':
      return [{ type: 'paragraph', children: [pictureOf(fields, context)] }]
    case 'code':
      return [
        {
          type: 'code',
          lang: fields.language || null,
          meta: metaString({ title: fields.title || undefined, meta: fields.meta || undefined }),
          value: fields.code ?? '',
        },
      ]
    case 'math':
      return [{ type: 'math', meta: null, value: fields.formula }]
    case 'embed':
      return context.raw(embedSource(fields))
    case 'rawMdx':
      return context.raw(fields.source)
    case 'footnoteDefinition': {
      const children = contentOf(fields.content, context)
      return [
        { type: 'footnoteDefinition', identifier: identifierOf(fields.label), label: fields.label, children },
      ]
    }
    case 'admonition': {
      const label: Paragraph[] = fields.title ? [labelOf(fields.title)] : []
      const children = [...label, ...contentOf(fields.content, context)]
      return [{ type: 'containerDirective', name: fields.kind, attributes: {}, children }]
    }
  }
}

/** Maps the body inside a block. Raw source in it may give any node, which the type cannot express. */
const contentOf = (content: Body | null | undefined, context: Context) =>
  (content?.root.children.flatMap((child) => blockToMdast(child, context)) ?? []) as BlockContent[]

const labelOf = (title: string): Paragraph => ({
  type: 'paragraph',
  data: { directiveLabel: true },
  children: [{ type: 'text', value: title }],
})
