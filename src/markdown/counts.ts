import type { Body, LexicalNode } from '@/richtext/nodes'
import { type Dialect, mdx } from './dialect'
import { type Nodes, visit } from './mdast'
import { definitionsOf, parseWithin } from './write/serialize'

/** Numbers to compare a file, a body and a page by. `nestedItems` are the items of a list inside another item. */
export type Counts = {
  headings: number
  lists: number
  items: number
  nestedItems: number
  tables: number
  pictures: number
  links: number
  /** Blocks of code. Code inside a line of text is not counted. */
  code: number
}

const none = (): Counts => ({
  headings: 0,
  lists: 0,
  items: 0,
  nestedItems: 0,
  tables: 0,
  pictures: 0,
  links: 0,
  code: 0,
})

/** Counts the parts of an mdast tree. `<img>` counts as a picture. */
export function countOfMdast(root: Nodes): Counts {
  const counts = none()
  visit(root, (node, ancestors) => {
    switch (node.type) {
      case 'heading':
        counts.headings += 1
        break
      case 'list':
        counts.lists += 1
        break
      case 'listItem':
        counts.items += 1
        if (ancestors.filter((above) => above.type === 'list').length > 1) counts.nestedItems += 1
        break
      case 'table':
        counts.tables += 1
        break
      case 'image':
      case 'imageReference':
        counts.pictures += 1
        break
      case 'link':
      case 'linkReference':
        counts.links += 1
        break
      case 'code':
        counts.code += 1
        break
      case 'html':
        counts.pictures += node.value.match(/<img\b/gi)?.length ?? 0
        break
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        if (node.name === 'img') counts.pictures += 1
        break
    }
  })
  return counts
}

/** Counts the parts of a body without mapping it back to mdast. Raw source is parsed and counted too. */
export function countOf(body: Body, dialect: Dialect = mdx): Counts {
  const counts = none()
  countChildren(body, counts, { dialect, definitions: definitionsOf(body) })
  return counts
}

type Document = { dialect: Dialect; definitions: string }

function countChildren(body: Body, counts: Counts, document: Document) {
  for (const node of body.root.children) count(node, counts, document, 0)
}

function count(node: LexicalNode, counts: Counts, document: Document, lists: number, isFirst = false) {
  switch (node.type) {
    case 'heading':
      counts.headings += 1
      break
    case 'list':
      counts.lists += 1
      break
    case 'listitem':
      // Lexical nests a list by an item that holds only a list. The first item of a list is a real item even then.
      if (isFirst || node.children[0]?.type !== 'list') {
        counts.items += 1
        if (lists > 1) counts.nestedItems += 1
      }
      break
    case 'table':
      counts.tables += 1
      break
    case 'link':
    case 'autolink':
      counts.links += 1
      break
    case 'inlineBlock':
      if (node.fields.blockType === 'inlineImage') counts.pictures += 1
      if (node.fields.blockType === 'inlineRaw') addSource(node.fields.source, counts, document)
      break
    case 'block':
      if (node.fields.blockType === 'image') counts.pictures += 1
      if (node.fields.blockType === 'code') counts.code += 1
      if (node.fields.blockType === 'rawMdx') addSource(node.fields.source, counts, document)
      if ('content' in node.fields) countChildren(node.fields.content, counts, document)
      break
  }
  if (!('children' in node)) return
  const depth = node.type === 'list' ? lists + 1 : lists
  for (const [index, child] of node.children.entries()) count(child, counts, document, depth, index === 0)
}

function addSource(source: string, counts: Counts, { dialect, definitions }: Document) {
  const children = parseWithin(source, dialect, definitions)
  const more = countOfMdast({ type: 'root', children })
  for (const key of Object.keys(more) as (keyof Counts)[]) counts[key] += more[key]
}
