import { type Locale, languageOf } from '@/i18n/locales'
import { childrenOf, rootChildren } from './children'
import type { Body, InlineBlockNode, LexicalNode } from './nodes'

/** Returns the words of a body, with a blank line between blocks. Pictures, embeds and raw MDX have none. */
export const plainText = (body: Body | null | undefined): string =>
  blockTexts(rootChildren(body)).join('\n\n')

/** Returns the text of nodes in a line, as a screen reader says it. */
export const inlineText = (nodes: LexicalNode[]): string =>
  nodes
    .map((node) => {
      switch (node.type) {
        case 'text':
          return node.text
        case 'tab':
          return '\t'
        case 'linebreak':
          return '\n'
        case 'inlineBlock':
          return inlineBlockText(node)
        default:
          return inlineText(childrenOf(node))
      }
    })
    .join('')

/** Returns the minutes that a reader needs for a plain text, at least one. */
export function readingMinutes(text: string, locale: Locale): number {
  const words = text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0
  return Math.max(1, Math.ceil(words / languageOf[locale].wordsPerMinute))
}

/** Returns the start of a body's paragraphs: at most `graphemes` long, cut between words, with an ellipsis if cut. */
export function excerpt(body: Body | null | undefined, graphemes: number): string {
  const prose = rootChildren(body)
    .filter(({ type }) => type === 'paragraph')
    .flatMap((node) => blockTexts([node]))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
  const end = graphemeIndex(prose, graphemes)
  if (end === undefined) return prose
  const kept = prose.slice(0, graphemeIndex(prose, graphemes - 1))
  const words = prose[kept.length] === ' ' ? kept : kept.slice(0, Math.max(kept.lastIndexOf(' '), 0)) || kept
  return `${words.replace(/[\s,;:–—-]+$/u, '')}…`
}

/** Returns the index of the grapheme after the first `count`, or undefined when the text has no more. */
function graphemeIndex(text: string, count: number): number | undefined {
  let seen = 0
  for (const { index } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    if (seen === count) return index
    seen += 1
  }
  return undefined
}

const inlineTypes: ReadonlySet<LexicalNode['type']> = new Set([
  'text',
  'tab',
  'linebreak',
  'link',
  'autolink',
  'inlineBlock',
])

/** True for nodes that stand in a line of text. */
export const isInline = ({ type }: LexicalNode): boolean => inlineTypes.has(type)

/** Returns the text of each block. The own line of an item or cell comes before the blocks inside it. */
function blockTexts(nodes: LexicalNode[]): string[] {
  return nodes.flatMap((node) => {
    const children = childrenOf(node)
    const line = inlineText(children.filter(isInline)).trim()
    const below = blockTexts(children.filter((child) => !isInline(child)))
    return [ownText(node), line, ...below].filter((text) => text !== '')
  })
}

function ownText(node: LexicalNode): string {
  if (node.type !== 'block') return ''
  const { fields } = node
  switch (fields.blockType) {
    case 'code':
      return fields.code ?? ''
    case 'math':
      return fields.formula ?? ''
    case 'admonition':
      return fields.title ?? ''
    default:
      return ''
  }
}

function inlineBlockText({ fields }: InlineBlockNode): string {
  switch (fields.blockType) {
    case 'inlineMath':
      return fields.formula
    case 'inlineImage':
      return fields.alt
    default:
      return ''
  }
}
