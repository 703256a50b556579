import type { Body, LexicalNode } from '@/richtext/nodes'

/** Returns the words of a body without markup: a blank line between blocks, a line ending between items and cells. */
export const plainText = (body: Body): string =>
  body.root.children
    .map(textOfNode)
    .filter((text) => text !== '')
    .join('\n\n')

/** Returns the words of one node. Raw source gives none, because readers do not see it as text. */
export function textOfNode(node: LexicalNode): string {
  switch (node.type) {
    case 'text':
    case 'tab':
      return node.text
    case 'linebreak':
      return node.$?.soft === true ? ' ' : '\n'
    case 'list':
    case 'table':
      return lines(node.children)
    case 'tablerow':
      return node.children.map(textOfNode).join('\t')
    case 'inlineBlock':
      return node.fields.blockType === 'inlineImage' ? node.fields.alt : ''
    case 'block':
      if (node.fields.blockType === 'code') return node.fields.code
      if (node.fields.blockType === 'image') return node.fields.alt
      if (node.fields.blockType === 'footnoteDefinition') return plainText(node.fields.content)
      if (node.fields.blockType !== 'admonition') return ''
      return [node.fields.title ?? '', plainText(node.fields.content)].filter(Boolean).join('\n')
    case 'horizontalrule':
      return ''
    case 'tablecell':
      return lines(node.children)
    default:
      return node.children.map(textOfNode).join('')
  }
}

const lines = (nodes: readonly LexicalNode[]) => nodes.map(textOfNode).join('\n')
