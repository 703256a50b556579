import type {
  BlockFields,
  BlockNode,
  HeadingNode,
  InlineBlockFields,
  InlineBlockNode,
  LexicalNode,
  LineBreakNode,
  LinkNode,
  ListItemNode,
  ListNode,
  NodeState,
  ParagraphNode,
  QuoteNode,
  RootNode,
  TableCellNode,
  TableNode,
  TableRowNode,
  TextNode,
} from '@/richtext/nodes'

/** Makes row ids in the form that Payload's editor makes them: 24 hexadecimal digits. */
export type RowId = () => string

const element = { direction: null, format: '', indent: 0, version: 1 } as const

const state = ($: NodeState | undefined) => ($ && Object.keys($).length > 0 ? { $ } : {})

export const textNode = (text: string, format: number, $?: NodeState): TextNode => ({
  type: 'text',
  text,
  format,
  style: '',
  detail: 0,
  mode: 'normal',
  version: 1,
  ...state($),
})

export const lineBreak = ($?: NodeState): LineBreakNode => ({ type: 'linebreak', version: 1, ...state($) })

export const rootNode = (children: LexicalNode[]): RootNode => ({ type: 'root', children, ...element })

export const paragraphNode = (
  children: LexicalNode[],
  format: ParagraphNode['format'] = '',
): ParagraphNode => ({ type: 'paragraph', children, ...element, format, textFormat: 0, textStyle: '' })

export const headingNode = (depth: number, children: LexicalNode[], $?: NodeState): HeadingNode => ({
  type: 'heading',
  tag: headingTags[depth - 1] ?? 'h6',
  children,
  ...element,
  ...state($),
})

const headingTags = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const

export const quoteNode = (children: LexicalNode[]): QuoteNode => ({ type: 'quote', children, ...element })

export const listNode = (
  listType: ListNode['listType'],
  start: number,
  children: ListItemNode[],
  $?: NodeState,
): ListNode => ({
  type: 'list',
  listType,
  tag: listType === 'number' ? 'ol' : 'ul',
  start,
  children,
  ...element,
  ...state($),
})

export const listItem = (
  shape: { value: number; indent: number; checked?: boolean },
  children: LexicalNode[],
  $?: NodeState,
): ListItemNode => ({ type: 'listitem', children, ...element, ...shape, ...state($) })

export const linkNode = (
  id: string,
  fields: { url: string; title?: string },
  children: LexicalNode[],
  $?: NodeState,
): LinkNode => ({
  type: 'link',
  id,
  fields: { linkType: 'custom', newTab: false, ...fields },
  children,
  ...element,
  version: 3,
  ...state($),
})

export const tableNode = (children: TableRowNode[]): TableNode => ({ type: 'table', children, ...element })

export const tableRow = (children: TableCellNode[]): TableRowNode => ({
  type: 'tablerow',
  children,
  ...element,
})

export const tableCell = (header: boolean, child: ParagraphNode, $?: NodeState): TableCellNode => ({
  type: 'tablecell',
  children: [child],
  ...element,
  headerState: header ? 1 : 0,
  colSpan: 1,
  rowSpan: 1,
  backgroundColor: null,
  ...state($),
})

/**
 * Makes a block node. A block has no state, because Payload's editor drops `$` from blocks and inline blocks:
 * everything that a block must remember has to be a field of its form. The compiler cannot see that a slug together
 * with its own fields is a BlockNode, so this is the one place that asserts it.
 */
export const blockNode = <Slug extends keyof BlockFields>(
  slug: Slug,
  id: string,
  fields: BlockFields[Slug],
) =>
  ({
    type: 'block',
    format: '',
    version: 2,
    fields: { id, blockName: '', blockType: slug, ...fields },
  }) as unknown as BlockNode

export const inlineBlock = <Slug extends keyof InlineBlockFields>(
  slug: Slug,
  id: string,
  fields: InlineBlockFields[Slug],
) =>
  ({
    type: 'inlineBlock',
    version: 1,
    fields: { id, blockType: slug, ...fields },
  }) as unknown as InlineBlockNode
