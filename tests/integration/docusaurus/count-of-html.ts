import type { Element, Root } from 'hast'
import type { Counts } from '@/markdown/counts'

/** Counts a page as `countOfBody` counts a body. A missing picture counts by the words that are shown in its place. */
export function countOfHtml(tree: Root): Counts {
  const counts: Counts = {
    headings: 0,
    lists: 0,
    items: 0,
    nestedItems: 0,
    tables: 0,
    pictures: 0,
    links: 0,
    code: 0,
  }
  const visit = (node: Root | Element, lists: number) => {
    for (const child of node.children) {
      if (child.type !== 'element') continue
      const kind = kindOf(child)
      if (kind) counts[kind] += 1
      if (kind === 'items' && lists > 1) counts.nestedItems += 1
      visit(child, kind === 'lists' ? lists + 1 : lists)
    }
  }
  visit(tree, 0)
  return counts
}

function kindOf({ tagName, properties }: Element): keyof Counts | undefined {
  const classes = Array.isArray(properties.className) ? properties.className : []
  if (/^h[1-6]$/.test(tagName)) return 'headings'
  if (tagName === 'ul' || tagName === 'ol') return 'lists'
  if (tagName === 'li') return 'items'
  if (tagName === 'table') return 'tables'
  if (tagName === 'img' || classes.includes('picture-missing')) return 'pictures'
  // The link of an embed stands in for its frame, and is not a link of the text.
  if (tagName === 'a') return classes.includes('embed-link') ? undefined : 'links'
  return tagName === 'pre' ? 'code' : undefined
}
