import { type Nodes, visit } from './mdast'

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
