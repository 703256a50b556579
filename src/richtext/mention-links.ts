import { blockIdOf } from './identity/identified-blocks'
import type { BlockNode, Body, LexicalNode, LinkNode, TextNode } from './nodes'

/** Words of a block that link to the page of a project. */
export type MentionLink = {
  blockId: string
  /** The words as they stand in the block. */
  text: string
  href: string
  /** Names the project's card and marks the place where the article first mentions the project. */
  slug: string
}

/** The data besides its address that a link to a project needs for rendering. Kept in the state of the link's node. */
export type MentionMark = { slug: string; first: boolean }

/** Returns the mark of a link that `withMentionLinks` made. */
export const mentionMarkOf = (node: LexicalNode): MentionMark | undefined =>
  node.$?.mention as MentionMark | undefined

/**
 * Returns a body in which the first mention of each project in each block is a link. Headings, existing links and code
 * stay as they are.
 */
export function withMentionLinks(body: Body, mentions: readonly MentionLink[]): Body {
  if (mentions.length === 0) return body
  const ofBlock = new Map<string, MentionLink[]>()
  for (const mention of mentions)
    ofBlock.set(mention.blockId, [...(ofBlock.get(mention.blockId) ?? []), mention])
  const seen = new Set<string>()
  const linked = (node: LexicalNode): LexicalNode => {
    if (node.type === 'block') return linkedBlock(node, linked)
    if (!('children' in node) || node.type === 'heading' || node.type === 'link' || node.type === 'autolink')
      return node
    const own = ofBlock.get(blockIdOf(node) ?? '') ?? []
    const children = own.length === 0 ? node.children : linkFirst(node.children, own, seen)
    return { ...node, children: children.map(linked) } as LexicalNode
  }
  return { root: { ...body.root, children: body.root.children.map(linked) } }
}

function linkedBlock(node: BlockNode, linked: (node: LexicalNode) => LexicalNode): BlockNode {
  if (!('content' in node.fields) || !node.fields.content?.root) return node
  const { root } = node.fields.content
  const content = { root: { ...root, children: root.children.map(linked) } }
  return { ...node, fields: { ...node.fields, content } } as BlockNode
}

const codeBit = 16

function linkFirst(nodes: LexicalNode[], mentions: readonly MentionLink[], seen: Set<string>): LexicalNode[] {
  const open = new Map(mentions.map((mention) => [mention.text, mention]))
  const names = [...open.keys()].sort((one, other) => other.length - one.length).map(escaped)
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  return nodes.flatMap((node) => {
    if (node.type !== 'text' || (node.format & codeBit) !== 0) return [node]
    const parts: LexicalNode[] = []
    let end = 0
    for (const { 0: text, index } of node.text.matchAll(pattern)) {
      const mention = open.get(text)
      if (!mention) continue
      open.delete(text)
      if (index > end) parts.push({ ...node, text: node.text.slice(end, index) })
      parts.push(link(mention, { ...node, text }, !seen.has(mention.slug)))
      seen.add(mention.slug)
      end = index + text.length
    }
    if (end === 0) return [node]
    return end < node.text.length ? [...parts, { ...node, text: node.text.slice(end) }] : parts
  })
}

function link({ href, slug }: MentionLink, child: TextNode, first: boolean): LinkNode {
  const mention: MentionMark = { slug, first }
  return {
    type: 'link',
    version: 1,
    id: '',
    direction: null,
    format: '',
    indent: 0,
    fields: { linkType: 'custom', newTab: false, url: href },
    children: [child],
    $: { mention },
  }
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
