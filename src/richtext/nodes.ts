/**
 * The serialized Lexical nodes that a body may hold, as Payload's lexical editor stores them (version 3.90).
 * The Markdown mapper, the renderer and block identity all use this one shape.
 */

/**
 * Lexical's NodeState of a node (`$`). The editor keeps it, but drops other unknown properties, and on blocks, inline
 * blocks and rules it drops this too. Besides ids it holds details that Markdown has and Lexical lacks:
 * `marks` (the order of marks, on texts, breaks and links), `soft` (a break that is a line ending in the source,
 * a space on the page), `html` (a break written `<br/>`), `form` and `reference` (how a link was written),
 * `anchor` (a heading's `{#id}`), `spread` (blank lines, on lists and items), `absent` (a cell that fills a row).
 */
export type NodeState = { blockId?: string; [key: string]: unknown }

type Base<Type extends string> = { type: Type; version: number; $?: NodeState }

type ElementBase<Type extends string> = Base<Type> & {
  children: LexicalNode[]
  direction: 'ltr' | 'rtl' | null
  format: '' | 'left' | 'start' | 'center' | 'right' | 'end' | 'justify'
  indent: number
}

/** Lexical's bit set: bold 1, italic 2, strikethrough 4, underline 8, code 16, subscript 32, superscript 64. */
export type TextNode = Base<'text'> & {
  text: string
  format: number
  style: string
  detail: number
  mode: 'normal'
}
export type LineBreakNode = Base<'linebreak'>
type TabNode = Base<'tab'> & {
  text: string
  format: number
  style: string
  detail: number
  mode: 'normal'
}

export type RootNode = ElementBase<'root'>
export type ParagraphNode = ElementBase<'paragraph'> & { textFormat: number; textStyle: string }
export type HeadingNode = ElementBase<'heading'> & { tag: 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' }
export type QuoteNode = ElementBase<'quote'>
export type ListNode = ElementBase<'list'> & {
  listType: 'bullet' | 'number' | 'check'
  tag: 'ul' | 'ol'
  start: number
}
export type ListItemNode = ElementBase<'listitem'> & { value: number; checked?: boolean }
export type LinkFields = {
  linkType: 'custom' | 'internal'
  newTab: boolean
  url?: string
  doc?: { relationTo: string; value: unknown } | null
  title?: string
}
export type LinkNode = ElementBase<'link'> & { id: string; fields: LinkFields }
export type AutoLinkNode = ElementBase<'autolink'> & { fields: LinkFields }
type HorizontalRuleNode = Base<'horizontalrule'>
export type TableNode = ElementBase<'table'> & { colWidths?: number[]; rowStriping?: boolean }
export type TableRowNode = ElementBase<'tablerow'> & { height?: number }
export type TableCellNode = ElementBase<'tablecell'> & {
  /** Lexical's bit set: 0 for a data cell, 1 for a cell in a header row, 2 for one in a header column, 3 for both. */
  headerState: number
  colSpan: number
  rowSpan: number
  backgroundColor: string | null
}

/** The values of each block's form, by its slug. `id` is Payload's own row id of the block. */
export type BlockFields = {
  /** `picture` is a media document (its id, or populated). `address` is an image that is not in the media library. */
  image: { picture?: unknown; address?: string; alt: string; title?: string }
  code: { language?: string; title?: string; meta?: string; code: string }
  admonition: { kind: 'note' | 'tip' | 'info' | 'warning' | 'danger'; title?: string; content: Body }
  embed: { url: string; title?: string; html?: string }
  rawMdx: { source: string; reason?: string }
  math: { formula: string }
  /** A footnote's text. It is stored at its place in the body and shown at the end of the page. */
  footnoteDefinition: { label: string; content: Body }
}
export type InlineBlockFields = {
  inlineImage: { picture?: unknown; address?: string; alt: string; title?: string }
  inlineMath: { formula: string }
  /** Inline MDX or HTML that has no node of its own. */
  inlineRaw: { source: string }
  footnoteReference: { label: string }
}

export type BlockNode = {
  [Slug in keyof BlockFields]: Base<'block'> & {
    format: ''
    fields: { id: string; blockName: string; blockType: Slug } & BlockFields[Slug]
  }
}[keyof BlockFields]

export type InlineBlockNode = {
  [Slug in keyof InlineBlockFields]: Base<'inlineBlock'> & {
    fields: { id: string; blockName?: string; blockType: Slug } & InlineBlockFields[Slug]
  }
}[keyof InlineBlockFields]

export type LexicalNode =
  | TextNode
  | LineBreakNode
  | TabNode
  | ParagraphNode
  | HeadingNode
  | QuoteNode
  | ListNode
  | ListItemNode
  | LinkNode
  | AutoLinkNode
  | HorizontalRuleNode
  | TableNode
  | TableRowNode
  | TableCellNode
  | BlockNode
  | InlineBlockNode

/** The value of a rich text field. */
export type Body = { root: RootNode }
