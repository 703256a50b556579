import GithubSlugger from 'github-slugger'
import type { Heading } from '@/content/views'
import { childrenOf, descendants, rootChildren } from './children'
import type { Body, HeadingNode, LexicalNode } from './nodes'
import { inlineText } from './plain-text'

export type BodyHeading = { node: HeadingNode; id: string; text: string; depth: 2 | 3 | 4 | 5 | 6 }

/**
 * The headings of a body as its page shows them: one of the first level that repeats the title is left out, others
 * of the first level become the second, and no level is skipped, for who hears a page goes by its levels. Ids are
 * Docusaurus' own: GitHub's slugs, or what the author gave as `{#id}`, which an import keeps as `anchor` in the node's
 * state.
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

/** The headings that a table of contents shows: those outside of quotes, callouts and tables, to the third level. */
export function headingsOf(body: Body | null | undefined, { title }: { title?: string } = {}): Heading[] {
  const blocks = rootChildren(body)
  return bodyHeadings(blocks, title).flatMap(({ node, id, text, depth }) =>
    id !== '' && blocks.includes(node) && (depth === 2 || depth === 3) ? [{ id, text, depth }] : [],
  )
}

/** The nodes that a heading shows: without `{#id}`. */
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

/** How deep a heading stands that no outline knows: one within raw Markdown. */
export const depthAlone = ({ tag }: HeadingNode): BodyHeading['depth'] => levels[tag]

const levels = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 } as const

/** Tells of one heading after another how deep it stands below the title, which is the only one of the first level. */
function outline(): (node: HeadingNode) => BodyHeading['depth'] {
  const above: number[] = []
  return ({ tag }) => {
    const level = levels[tag]
    while ((above.at(-1) ?? 0) >= level) above.pop()
    above.push(level)
    return (above.length + 1) as BodyHeading['depth']
  }
}
