import { serializeNode } from '@/markdown/write/serialize'
import { usualStyle } from '@/markdown/write/style'
import { childrenOf, rootChildren } from '@/richtext/children'
import { blockIdOf } from '@/richtext/identity/identified-blocks'
import type { Body, HeadingNode, LexicalNode, ListItemNode, TextNode } from '@/richtext/nodes'
import { inlineText, isInline } from '@/richtext/plain-text'

/** A project that a text lists as a bold name, a colon or a dash, and a summary. */
export type ProjectRow = {
  name: string
  /** The headings above it: one of the second level, and one of the third if there is one. */
  category: readonly string[]
  /** Inline Markdown, with `_` for emphasis. */
  summary: string
  /** The address to which the name links. */
  website?: string
  /** The id of the list item. Texts that were not yet saved have none. */
  blockId?: string
  /** The index of the block that holds it, from 0. */
  rootIndex: number
}

/** A longer bold text is a statement, not a name. */
const longestName = 60

/**
 * The projects that a text lists in bullets, in order. Most bold bullets of a blog are features, steps or facts, which
 * look the same, so an editor has to say that a text lists projects at all. These are never projects: numbered steps,
 * tasks, items inside items, items without a heading above, bold sentences, bold words without a summary, and figures.
 */
export function projectRowsIn(body: Body | null | undefined): ProjectRow[] {
  let category: string[] = []
  return rootChildren(body).flatMap((node, rootIndex) => {
    if (node.type === 'heading') category = categoryBelow(node, category)
    if (node.type !== 'list' || node.listType !== 'bullet' || category.length === 0) return []
    return node.children.flatMap((item) => {
      const row = item.type === 'listitem' ? rowOf(item) : undefined
      return row ? [{ ...row, category, rootIndex }] : []
    })
  })
}

/** The category below a heading. Headings below the third level belong to the text of a category. */
function categoryBelow(node: HeadingNode, above: string[]): string[] {
  const depth = Number(node.tag.slice(1))
  const text = inlineText(node.children).replace(/\s+/g, ' ').trim()
  if (depth > 3) return above
  const kept = above.slice(0, Math.max(depth - 2, 0))
  return depth === 1 || (depth === 3 && kept.length === 0) || text === '' ? kept : [...kept, text]
}

function rowOf(item: ListItemNode): Omit<ProjectRow, 'category' | 'rootIndex'> | undefined {
  const line = firstLine(item.children)
  const end = line.findIndex((node) => !isBold(node))
  const [bold, rest] = end < 0 ? [line, []] : [line.slice(0, end), line.slice(end)]
  const label = inlineText(bold).replace(/\s+/g, ' ').trim()
  const name = label.replace(/\s*[:：]$/, '')
  const told = name === label ? afterSeparator(rest) : rest
  if (!told || !isName(name)) return undefined
  const summary = inlineMarkdown(told)
  if (!/\p{L}/u.test(inlineText(told))) return undefined
  const [website] = bold.flatMap((node) => (node.type === 'link' ? [node.fields.url ?? ''] : []))
  const blockId = blockIdOf(item)
  return {
    name,
    summary,
    ...(website && /^https?:\/\/\S+$/.test(website) ? { website } : {}),
    ...(blockId ? { blockId } : {}),
  }
}

/** The nodes of an item before a list inside it, and before a line break that the author wanted. */
function firstLine(nodes: LexicalNode[]): LexicalNode[] {
  const end = nodes.findIndex(
    (node) => !isInline(node) || (node.type === 'linebreak' && node.$?.soft === undefined),
  )
  return end < 0 ? nodes : nodes.slice(0, end)
}

const isBold = (node: LexicalNode): boolean =>
  node.type === 'text'
    ? (node.format & 1) !== 0
    : node.type === 'link' && node.children.length > 0 && childrenOf(node).every(isBold)

const isName = (name: string): boolean =>
  name.length <= longestName && /[\p{L}\p{N}]/u.test(name) && !/[.!?…;]$/.test(name)

/** The nodes after the colon or dash that follows a name. */
function afterSeparator([first, ...rest]: LexicalNode[]): LexicalNode[] | undefined {
  if (first?.type !== 'text') return undefined
  const [sign] = /^\s*[:：]|^\s+[–—-](?=\s)|^[–—](?=\s)/.exec(first.text) ?? []
  return sign === undefined ? undefined : [{ ...first, text: first.text.slice(sign.length) }, ...rest]
}

const style = { ...usualStyle, emphasis: '_' } as const

function inlineMarkdown(nodes: LexicalNode[]): string {
  const [first, ...rest] = nodes
  const begun: LexicalNode[] = first?.type === 'text' ? [trimmed(first), ...rest] : nodes
  const paragraph: LexicalNode = { ...emptyParagraph, children: begun }
  return serializeNode(paragraph, { style })
    .replace(/\s*\n\s*/g, ' ')
    .trim()
}

const trimmed = (node: TextNode): TextNode => ({ ...node, text: node.text.trimStart() })

const emptyParagraph = {
  type: 'paragraph',
  version: 1,
  direction: null,
  format: '',
  indent: 0,
  textFormat: 0,
  textStyle: '',
} as const
