import GithubSlugger from 'github-slugger'
import type { Heading } from '@/content/views'
import { childrenOf, descendants, rootChildren } from './children'
import type { Body, HeadingNode, LexicalNode } from './nodes'
import { inlineText } from './plain-text'

export type BodyHeading = { node: HeadingNode; id: string; text: string; depth: 2 | 3 | 4 | 5 | 6 }

/**
 * Returns the headings of a body as its page shows them. A first-level heading that repeats the title is left out,
 * other first-level headings become second-level ones, and no level is skipped, because users of screen readers
 * navigate by levels. Ids are Docusaurus' own: GitHub's slugs, or the author's `{#id}`, which an import keeps as
 * `anchor` in the node's state.
 */
export function bodyHeadings(nodes: LexicalNode[], title?: string): BodyHeading[] {
  const slugger = new GithubSlugger()
  const depthOf = outline()
  return [...descendants(nodes)].flatMap((node) => {
    if (node.type !== 'heading' || repeatsTitle(node, title)) return []
    const { text, id } = parsed(inlineText(node.children))
    return [{ node, text, id: anchorOf(node) ?? id ?? slugger.slug(text), depth: depthOf(node) }]
  })
}

/** Returns the headings for a table of contents: to the third level, and not in quotes, callouts or tables. */
export function headingsOf(body: Body | null | undefined, { title }: { title?: string } = {}): Heading[] {
  const blocks = rootChildren(body)
  return bodyHeadings(blocks, title).flatMap(({ node, id, text, depth }) =>
    id !== '' && blocks.includes(node) && (depth === 2 || depth === 3) ? [{ id, text, depth }] : [],
  )
}

/** Returns the nodes of a heading without `{#id}`. */
export function shownHeading(node: HeadingNode): LexicalNode[] {
  const children = childrenOf(node)
  const last = children.at(-1)
  if (last?.type !== 'text') return children
  return [...children.slice(0, -1), { ...last, text: parsed(last.text).text }]
}

const anchorOf = ({ $ }: HeadingNode) => {
  const anchor = $?.anchor
  return typeof anchor === 'string' && /^[\w-]+$/.test(anchor) ? anchor : undefined
}

function parsed(written: string): { text: string; id?: string } {
  const trimmed = written.trimEnd()
  const at = trimmed.endsWith('}') ? trimmed.lastIndexOf('{#') : -1
  const id = trimmed.slice(at + 2, -1)
  return at !== -1 && /^[\w-]+$/.test(id) ? { text: trimmed.slice(0, at).trimEnd(), id } : { text: written }
}

export const repeatsTitle = (node: HeadingNode, title: string | undefined) =>
  node.tag === 'h1' && title !== undefined && folded(inlineText(node.children)) === folded(title)

const folded = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** Returns the depth of a heading inside raw Markdown, which is in no outline. */
export const depthAlone = ({ tag }: HeadingNode): BodyHeading['depth'] => levels[tag]

const levels = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 } as const

/** Returns a function that gives the depth of each next heading below the title, the only one of the first level. */
function outline(): (node: HeadingNode) => BodyHeading['depth'] {
  const above: number[] = []
  return ({ tag }) => {
    const level = levels[tag]
    while ((above.at(-1) ?? 0) >= level) above.pop()
    above.push(level)
    return (above.length + 1) as BodyHeading['depth']
  }
}
