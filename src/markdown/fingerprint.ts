import { createHash } from 'node:crypto'
import type { LexicalNode } from '@/richtext/nodes'
import { canonical } from './canonical'
import type { RootContent } from './mdast'
import { nodeToMdast } from './write/to-mdast'

/**
 * Returns a hash of a block's content: 22 characters of base64url (132 bits of SHA-256). Block ids, row ids and
 * everything else that an editor adds without changing a word are ignored. A block's mdast and the Lexical node
 * made from it have the same hash, unless the node is raw: raw source is hashed as it is written.
 */
export function fingerprint(block: LexicalNode | RootContent): string {
  const nodes = isLexical(block)
    ? nodeToMdast(block, { raw: asWritten, inlineRaw: inlineAsWritten })
    : [block]
  return hash(nodes.map(canonical).join('\n'))
}

const asWritten = (source: string): RootContent[] => [{ type: 'html', value: source }]

const inlineAsWritten = (source: string) => [{ type: 'html' as const, value: source }]

const hash = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 22)

const isLexical = (node: LexicalNode | RootContent): node is LexicalNode => 'version' in node
