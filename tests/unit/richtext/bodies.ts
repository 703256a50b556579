import type {
  BlockFields,
  BlockNode,
  Body,
  HeadingNode,
  InlineBlockFields,
  InlineBlockNode,
  LexicalNode,
  LinkNode,
  ListItemNode,
  ListNode,
  ParagraphNode,
  QuoteNode,
  TableCellNode,
  TableNode,
  TextNode,
} from '@/richtext/nodes'

const element = { version: 1, direction: null, format: '', indent: 0 } as const

type Inline = LexicalNode | string

const inline = (children: Inline[]): LexicalNode[] =>
  children.map((child) => (typeof child === 'string' ? text(child) : child))

export const body = (...children: LexicalNode[]): Body => ({ root: { ...element, type: 'root', children } })

export const text = (value: string, format = 0): TextNode => ({
  type: 'text',
  version: 1,
  text: value,
  format,
  style: '',
  detail: 0,
  mode: 'normal',
})

export const paragraph = (...children: Inline[]): ParagraphNode => ({
  ...element,
  type: 'paragraph',
  textFormat: 0,
  textStyle: '',
  children: inline(children),
})

export const heading = (tag: HeadingNode['tag'], ...children: Inline[]): HeadingNode => ({
  ...element,
  type: 'heading',
  tag,
  children: inline(children),
})

export const quote = (...children: Inline[]): QuoteNode => ({
  ...element,
  type: 'quote',
  children: inline(children),
})

export const link = (url: string, ...children: Inline[]): LinkNode => ({
  ...element,
  type: 'link',
  id: '64b7f0c2a1d3e4f5a6b7c8d9',
  fields: { linkType: 'custom', newTab: false, url },
  children: inline(children),
})

export const internalLink = (relationTo: string, value: unknown, ...children: Inline[]): LinkNode => ({
  ...link('', ...children),
  fields: { linkType: 'internal', newTab: false, doc: { relationTo, value } },
})

export const list = (listType: ListNode['listType'], ...children: ListItemNode[]): ListNode => ({
  ...element,
  type: 'list',
  listType,
  tag: listType === 'number' ? 'ol' : 'ul',
  start: 1,
  children,
})

export const item = (...children: Inline[]): ListItemNode => ({
  ...element,
  type: 'listitem',
  value: 1,
  children: inline(children),
})

export const cell = (headerState: number, ...children: Inline[]): TableCellNode => ({
  ...element,
  type: 'tablecell',
  headerState,
  colSpan: 1,
  rowSpan: 1,
  backgroundColor: null,
  children: [paragraph(...children)],
})

export const table = (...rows: TableCellNode[][]): TableNode => ({
  ...element,
  type: 'table',
  children: rows.map((children) => ({ ...element, type: 'tablerow', children })),
})

export const block = <Slug extends keyof BlockFields>(
  blockType: Slug,
  fields: BlockFields[Slug],
  id = '64b7f0c2a1d3e4f5a6b7c8d0',
): BlockNode =>
  ({
    type: 'block',
    version: 2,
    format: '',
    fields: { id, blockName: '', blockType, ...fields },
  }) as BlockNode

export const inlineBlock = <Slug extends keyof InlineBlockFields>(
  blockType: Slug,
  fields: InlineBlockFields[Slug],
): InlineBlockNode =>
  ({
    type: 'inlineBlock',
    version: 1,
    fields: { id: '64b7f0c2a1d3e4f5a6b7c8d1', blockType, ...fields },
  }) as InlineBlockNode
