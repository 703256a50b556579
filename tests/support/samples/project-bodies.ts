import type { Body } from '@/richtext/nodes'

const element = { version: 1, direction: 'ltr', format: '', indent: 0 } as const

const text = (value: string, format = 0) =>
  ({ type: 'text', version: 1, text: value, format, style: '', detail: 0, mode: 'normal' }) as const

type Item = Extract<Body['root']['children'][number], { type: 'listitem' }>

/** A list item that a project can be taken from. */
export const projectItem = (name: string, summary: string): Item => ({
  ...element,
  type: 'listitem',
  value: 1,
  children: [text(`${name}:`, 1), text(` ${summary}`)],
})

/** A body with one category and the items that it lists. */
export const projectsBody = (category: string, ...items: Item[]): Body => ({
  root: {
    ...element,
    type: 'root',
    children: [
      { ...element, type: 'heading', tag: 'h2', children: [text(category)] },
      { ...element, type: 'list', listType: 'bullet', tag: 'ul', start: 1, children: items },
    ],
  },
})
