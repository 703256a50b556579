import type { Element, ElementContent } from 'hast'
import { mentionId, projectCardId } from '@/site/mentions'
import { mentionMarkOf } from '../mention-links'
import type { AutoLinkNode, InlineBlockNode, LexicalNode, LinkNode, TextNode } from '../nodes'
import { isExternal, safeHref } from '../safe-href'
import { element } from './element'
import { footnoteReference } from './footnotes'
import { inlineFormulaToHast } from './formulas'
import { inlinePictureToHast } from './pictures'
import { inlineRawToHast } from './raw'
import type { Rendering } from './rendering'

/** Renders nodes in a line of text. Blocks among them (list items may hold some) go to `blocks`. */
export const inlineContent = (nodes: LexicalNode[], rendering: Rendering): ElementContent[] =>
  nodes.flatMap((node) => {
    switch (node.type) {
      case 'text':
        return [formatted(node)]
      case 'linebreak':
        return [element('br', {})]
      case 'tab':
        return [{ type: 'text', value: '\t' }]
      case 'link':
      case 'autolink':
        return link(node, rendering)
      case 'inlineBlock':
        return inlineBlock(node, rendering)
      default:
        return rendering.blocks([node])
    }
  })

/** Lexical's format bits with their elements, from the outermost to the innermost. */
const formats: readonly [bit: number, tagName: string][] = [
  [1, 'strong'],
  [2, 'em'],
  [4, 'del'],
  [8, 'u'],
  [32, 'sub'],
  [64, 'sup'],
  [16, 'code'],
]

function formatted({ text, format }: TextNode): ElementContent {
  const value: ElementContent = { type: 'text', value: text }
  return formats.reduceRight<ElementContent>(
    (content, [bit, tagName]) => ((format & bit) === 0 ? content : element(tagName, {}, [content])),
    value,
  )
}

function link(node: LinkNode | AutoLinkNode, rendering: Rendering): ElementContent[] {
  const content = rendering.inline(node.children)
  const href = hrefOf(node, rendering)
  return href === undefined ? content : [anchor(href, node, content)]
}

function anchor(href: string, node: LinkNode | AutoLinkNode, content: ElementContent[]): Element {
  const { fields } = node
  const leaves = isExternal(href) || fields.newTab
  return element(
    'a',
    {
      href,
      ...mentionProperties(node),
      title: fields.title || undefined,
      target: fields.newTab ? '_blank' : undefined,
      rel: leaves ? ['noopener'] : undefined,
      ariaLabel: content.some(saysSomething) ? undefined : hostOf(href),
    },
    content,
  )
}

/** True when the content gives its link a name. A picture without alternative text gives none. */
const saysSomething = (node: ElementContent): boolean =>
  node.type === 'text'
    ? node.value.trim() !== ''
    : node.type === 'element' && (Boolean(node.properties.alt) || node.children.some(saysSomething))

const hostOf = (href: string) => (URL.canParse(href) ? new URL(href).host : href)

/** A link to a project names its card. The first link gets an id, which the project's page links to. */
function mentionProperties(node: LinkNode | AutoLinkNode) {
  const mention = mentionMarkOf(node)
  return mention
    ? {
        className: ['mention'],
        dataCard: projectCardId(mention.slug),
        id: mention.first ? mentionId(mention.slug) : undefined,
      }
    : {}
}

function hrefOf({ fields }: LinkNode | AutoLinkNode, { options }: Rendering): string | undefined {
  if (fields.linkType !== 'internal') return safeHref(fields.url)
  return fields.doc ? safeHref(options.hrefOf?.(fields.doc)) : undefined
}

function inlineBlock({ fields }: InlineBlockNode, rendering: Rendering): ElementContent[] {
  switch (fields.blockType) {
    case 'inlineImage':
      return [inlinePictureToHast(fields, rendering)]
    case 'inlineMath':
      return [inlineFormulaToHast(fields.formula ?? '', rendering)]
    case 'inlineRaw':
      return inlineRawToHast(fields.source ?? '', rendering)
    case 'footnoteReference':
      return [footnoteReference(fields.label ?? '', rendering)]
    default:
      return []
  }
}
