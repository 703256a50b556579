import type { Nodes, Parents, PhrasingContent, Root, RootContent } from 'mdast'

declare module 'mdast' {
  interface HeadingData {
    /** The id in Docusaurus' `## Title {#id}`. */
    anchor?: string
  }
  interface LinkData {
    /** How the link was written, when it was not written as `[text](address)`. */
    form?: 'literal' | 'angle'
  }
}

export type { Nodes, Parents, PhrasingContent, Root, RootContent }

export const isParent = (node: Nodes): node is Parents => 'children' in node

/** Visits a node and all its descendants, parents first. */
export function visit(node: Nodes, see: (node: Nodes, ancestors: readonly Parents[]) => void) {
  const ancestors: Parents[] = []
  const walk = (current: Nodes) => {
    see(current, ancestors)
    if (!isParent(current)) return
    ancestors.push(current)
    for (const child of current.children) walk(child)
    ancestors.pop()
  }
  walk(node)
}

/** Returns the text of a node and its descendants without markup: text, code and alternative texts. */
export function textOf(node: Nodes): string {
  if (isParent(node)) return node.children.map(textOf).join('')
  if (node.type === 'break') return '\n'
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value
  return 'alt' in node ? (node.alt ?? '') : ''
}
