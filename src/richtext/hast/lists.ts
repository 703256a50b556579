import type { Element, ElementContent } from 'hast'
import type { LexicalNode, ListItemNode, ListNode } from '../nodes'
import { element } from './element'
import type { Rendering } from './rendering'

/** Renders a list. Tasks become boxes that cannot be ticked, and each has its state in words. */
export function listToHast(node: ListNode, rendering: Rendering): Element {
  const ordered = node.listType === 'number'
  return element(
    ordered ? 'ol' : 'ul',
    {
      start: ordered && node.start !== 1 ? node.start : undefined,
      className: node.listType === 'check' ? ['tasks'] : undefined,
    },
    items(node, rendering),
  )
}

/** Lexical keeps a nested list in an item of its own after its parent. HTML needs it inside the parent. */
function items(node: ListNode, rendering: Rendering): Element[] {
  const result: Element[] = []
  for (const child of node.children) {
    if (child.type !== 'listitem') continue
    const before = result.at(-1)
    if (before && holdsListsOnly(child)) before.children.push(...rendering.blocks(child.children))
    else result.push(item(child, node, rendering))
  }
  return result
}

const holdsListsOnly = ({ children }: ListItemNode) =>
  children.length > 0 && children.every(({ type }) => type === 'list')

function item(node: ListItemNode, { listType }: ListNode, rendering: Rendering): Element {
  const content = rendering.inline(node.children)
  if (listType !== 'check' || node.children.every(isList)) return element('li', {}, content)
  return element('li', { className: ['task'] }, [checkbox(node.checked === true, rendering), ...content])
}

const isList = ({ type }: LexicalNode) => type === 'list'

function checkbox(checked: boolean, { words }: Rendering): ElementContent {
  return element('input', {
    type: 'checkbox',
    disabled: true,
    checked: checked || undefined,
    ariaLabel: checked ? words.taskDone : words.taskOpen,
  })
}
