import { type Counts, countOfMdast } from '@/markdown/counts'
import { type Dialect, mdx } from '@/markdown/dialect'
import { definitionsOf, parseWithin } from '@/markdown/write/serialize'
import type { Body, LexicalNode } from '@/richtext/nodes'

/**
 * Counts what stands in a body without mapping it back to mdast, so that tests can hold it against `countOfMdast` of the
 * file that the body came from. Raw source is parsed and counted.
 */
export function countOfBody(body: Body, dialect: Dialect = mdx): Counts {
  const counts = countOfMdast({ type: 'root', children: [] })
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
