/**
 * The serialized Lexical nodes that a body may hold, as Payload's lexical editor stores them (version 3.90).
 * One shape for everything that reads or makes a body: the Markdown mapper, the renderer, block identity.
 */

/**
 * Lexical's NodeState of a node (`$`): it survives the editor, where other unknown properties are dropped (and on
 * blocks, inline blocks and rules so is this). Beside identities it holds what Markdown knows and Lexical does not:
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
export type TabNode = Base<'tab'> & {
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
export type HorizontalRuleNode = Base<'horizontalrule'>
export type TableNode = ElementBase<'table'> & { colWidths?: number[]; rowStriping?: boolean }
export type TableRowNode = ElementBase<'tablerow'> & { height?: number }
export type TableCellNode = ElementBase<'tablecell'> & {
  /** 0 a data cell, 1 a header of its row, 2 of its column, 3 both (Lexical's bit set). */
  headerState: number
  colSpan: number
  rowSpan: number
  backgroundColor: string | null
}

/** What each block's form holds, by its slug. `id` is Payload's own row id of the block. */
export type BlockFields = {
  /** `picture` is a media document (its id, or populated); `address` an image kept where its author left it. */
  image: { picture?: unknown; address?: string; alt: string; title?: string }
  code: { language?: string; title?: string; meta?: string; code: string }
  admonition: { kind: 'note' | 'tip' | 'info' | 'warning' | 'danger'; title?: string; content: Body }
  embed: { url: string; title?: string; html?: string }
  rawMdx: { source: string; reason?: string }
  math: { formula: string }
  /** A footnote's text, kept at its place in the body and shown at the end of the page. */
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

/** A rich text field's value. */
export type Body = { root: RootNode }
