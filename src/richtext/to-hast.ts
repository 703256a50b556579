import type { ElementContent, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { childrenOf, rootChildren } from './children'
import { bodyWords } from './editor/words'
import { codeToHast } from './hast/code'
import { element } from './hast/element'
import { embedToHast } from './hast/embeds'
import { footnoteSection, footnotesOf } from './hast/footnotes'
import { formulaToHast } from './hast/formulas'
import { inlineContent } from './hast/inline'
import { listToHast } from './hast/lists'
import { pictureToHast } from './hast/pictures'
import { rawToHast } from './hast/raw'
import type { BodyOptions, Rendering } from './hast/rendering'
import { tableToHast } from './hast/tables'
import { bodyHeadings, depthAlone, repeatsTitle, shownHeading } from './headings'
import type { BlockNode, Body, HeadingNode, LexicalNode } from './nodes'
import { isInline } from './plain-text'

/**
 * Renders a body as a tree of HTML that is safe to print, whoever wrote it. Elements and attributes are made here and
 * never copied from the source, addresses pass `safeHref`, and raw MDX passes an allowlist. Nothing is loaded from
 * third parties except pictures kept by address, and those load lazily and without a referrer.
 */
export function bodyToHast(body: Body | null | undefined, options: BodyOptions): Root {
  const nodes = rootChildren(body)
  const rendering: Rendering = {
    options,
    words: bodyWords(options.locale),
    headings: new Map(bodyHeadings(nodes, options.title).map((heading) => [heading.node, heading])),
    footnotes: footnotesOf(nodes),
    tables: 0,
    formulas: 0,
    blocks: (children) => children.flatMap((node) => block(node, rendering)),
    inline: (children) => inlineContent(children, rendering),
  }
  const content = rendering.blocks(nodes)
  return { type: 'root', children: [...content, ...footnoteSection(rendering)] }
}

/** Like `bodyToHast`, as a string of HTML. */
export const bodyToHtml = (body: Body | null | undefined, options: BodyOptions): string =>
  toHtml(bodyToHast(body, options))

function block(node: LexicalNode, rendering: Rendering): ElementContent[] {
  switch (node.type) {
    case 'paragraph':
      return node.children.length === 0 ? [] : [element('p', {}, rendering.inline(node.children))]
    case 'heading':
      return heading(node, rendering)
    case 'quote':
      return [element('blockquote', {}, paragraphs(node.children, rendering))]
    case 'list':
      return [listToHast(node, rendering)]
    case 'table':
      return [tableToHast(node, rendering)]
    case 'horizontalrule':
      return [element('hr', {})]
    case 'block':
      return formBlock(node, rendering)
    case 'text':
    case 'linebreak':
    case 'tab':
    case 'link':
    case 'autolink':
    case 'inlineBlock':
      return rendering.inline([node])
    default:
      return rendering.blocks(childrenOf(node))
  }
}

/** Lexical's quotes hold a line of text. Imported quotes may hold paragraphs. */
function paragraphs(nodes: LexicalNode[], rendering: Rendering): ElementContent[] {
  const content = rendering.inline(nodes)
  return nodes.every(isInline) ? [element('p', {}, content)] : content
}

function heading(node: HeadingNode, rendering: Rendering): ElementContent[] {
  if (repeatsTitle(node, rendering.options.title)) return []
  const { id, depth } = rendering.headings.get(node) ?? { depth: depthAlone(node) }
  return [element(`h${depth}`, { id: id || undefined }, rendering.inline(shownHeading(node)))]
}

function formBlock({ fields }: BlockNode, rendering: Rendering): ElementContent[] {
  switch (fields.blockType) {
    case 'image':
      return [pictureToHast(fields, rendering)]
    case 'code':
      return [codeToHast(fields, rendering)]
    case 'admonition':
      return [admonition(fields, rendering)]
    case 'embed':
      return [embedToHast(fields, rendering)]
    case 'math':
      return [formulaToHast(fields.formula ?? '', rendering)]
    case 'rawMdx':
      return rawToHast(fields.source ?? '', rendering)
    default:
      // The text of a footnote is rendered at the foot of the page.
      return []
  }
}

type AdmonitionFields = Extract<BlockNode['fields'], { blockType: 'admonition' }>

function admonition({ kind, title, content }: AdmonitionFields, rendering: Rendering) {
  const known = kind in rendering.words.admonition ? kind : 'note'
  return element('aside', { className: ['admonition', `admonition-${known}`], role: 'note' }, [
    element('p', { className: ['admonition-title'] }, [title || rendering.words.admonition[known]]),
    ...rendering.blocks(rootChildren(content)),
  ])
}
