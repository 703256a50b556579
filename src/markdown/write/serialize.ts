import { defaultHandlers, type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown'
import type { Body, LexicalNode } from '@/richtext/nodes'
import { sameContent } from '../canonical'
import { type Dialect, mdx, toMarkdownOf } from '../dialect'
import { embedSource } from '../embed'
import type { Nodes, RootContent } from '../mdast'
import { parse } from '../read/parse'
import { type Style, usualStyle } from './style'
import { nodeToMdast, type ToMdastOptions } from './to-mdast'

export type SerializeOptions = ToMdastOptions & {
  style?: Style
  /** Definitions of references and footnotes from elsewhere in the document. */
  definitions?: string
  /** `few`: as few escapes as possible, which is found by parsing. `all`: every escape that might be needed. */
  escapes?: 'few' | 'all'
}

/** Writes a body as Markdown: a blank line between blocks, a line ending at the end. Raw source stays as it is. */
export function serialize(body: Body, options: SerializeOptions = {}): string {
  const definitions = options.definitions ?? definitionsOf(body)
  const written: string[] = []
  for (const [index, node] of body.root.children.entries()) {
    const text = serializeNode(node, { ...options, definitions }, body.root.children.slice(0, index))
    if (text !== '') written.push(text)
  }
  return written.length === 0 ? '' : `${written.join('\n\n')}\n`
}

/** Writes one block as Markdown, without a line ending at its end. `before` holds the blocks above it, in order. */
export function serializeNode(
  node: LexicalNode,
  options: SerializeOptions = {},
  before: readonly LexicalNode[] = [],
): string {
  if (node.type === 'block' && node.fields.blockType === 'rawMdx') return node.fields.source
  if (node.type === 'block' && node.fields.blockType === 'embed') return embedSource(node.fields)
  return serializeMdast(nodeToMdast(node, options), { ...options, adjacent: touchesList(node, before) })
}

/** True when a list needs another marker than the list right before it. With the same one the two would be one list. */
function touchesList(node: LexicalNode, before: readonly LexicalNode[]): boolean {
  const previous = before.at(-1)
  if (node.type !== 'list' || previous?.type !== 'list' || previous.tag !== node.tag) return false
  return !touchesList(previous, before.slice(0, -1))
}

/** Returns the definitions that a body's references need: its link definitions, and a stand-in for each footnote. */
export const definitionsOf = (body: Body): string =>
  body.root.children
    .flatMap((node) => {
      if (node.type !== 'block') return []
      if (node.fields.blockType === 'footnoteDefinition') return [`[^${node.fields.label}]: .`]
      return node.fields.blockType === 'rawMdx' && node.fields.reason === 'definition'
        ? [node.fields.source]
        : []
    })
    .join('\n\n')

/**
 * Writes mdast as Markdown with as few escapes as possible: first with none, then with those that are usually
 * needed, at last with all. The first text that reads as the same tree is returned. When none does, letters beside a
 * bare address may have become part of it, so links are written in brackets.
 */
export function serializeMdast(children: RootContent[], options: WriteOptions = {}): string {
  if (children.length === 0) return ''
  const dialect = options.dialect ?? mdx
  const definitions = options.definitions ?? ''
  const careful = write(children, options, 'all')
  if (options.escapes === 'all') return careful
  for (const escapes of ['none', 'few', 'all'] as const) {
    const text = escapes === 'all' ? careful : write(children, options, escapes)
    if (!readsAs(text, children, dialect, definitions)) continue
    // Inside a word an underscore marks something only beside a character reference. A star needs none.
    const starred = text.includes('&#x') ? write(children, withStars(options), escapes) : text
    return readsAs(starred, children, dialect, definitions) ? starred : text
  }
  const bracketed = write(children, { ...options, bracketedLinks: true }, 'all')
  return readsAs(bracketed, children, dialect, definitions) ? bracketed : careful
}

/** True when a source, together with the definitions of its document, reads as these nodes. */
export function readsAs(
  text: string,
  children: readonly Nodes[],
  dialect: Dialect,
  definitions: string,
): boolean {
  try {
    return sameContent(parseWithin(text, dialect, definitions), children)
  } catch {
    // A text that cannot be parsed does not read as these nodes.
    return false
  }
}

/**
 * Parses a part of a document. Its references may lead to definitions elsewhere in the document.
 * @throws when the part is not of this dialect
 */
export function parseWithin(text: string, dialect: Dialect, definitions: string): RootContent[] {
  const read = parse(definitions ? `${text}\n\n${definitions}` : text, dialect)
  if (read.dialect.format !== dialect.format)
    throw new Error(`Expected ${dialect.format}, found something else.`)
  return read.root.children.filter((node) => (node.position?.start.offset ?? 0) < text.length)
}

const withStars = (options: WriteOptions): WriteOptions => ({
  ...options,
  style: { ...(options.style ?? usualStyle), emphasis: '*', strong: '*' },
})

type Escapes = 'none' | 'few' | 'all'

type WriteOptions = SerializeOptions & {
  /** Another list stands before this one. */
  adjacent?: boolean
  /** No link is written as a bare address. */
  bracketedLinks?: boolean
}

function write(children: RootContent[], options: WriteOptions, escapes: Escapes): string {
  const style = options.style ?? usualStyle
  const dialect = options.dialect ?? mdx
  const bullet = options.adjacent ? (style.bullet === '-' ? '*' : '-') : style.bullet
  const bulletOrdered = options.adjacent ? (style.bulletOrdered === '.' ? ')' : '.') : style.bulletOrdered
  const settings: Options = {
    bullet,
    bulletOrdered,
    incrementListMarker: style.counting,
    emphasis: style.emphasis,
    strong: style.strong,
    fence: style.fence,
    fences: true,
    rule: style.rule,
    listItemIndent: style.itemIndent,
    quote: style.quote,
    resourceLink: true,
    extensions: [
      ...toMarkdownOf(dialect, style),
      {
        handlers: {
          heading,
          ...(options.bracketedLinks ? {} : { link: link(dialect) }),
          containerDirective: containerDirective(style.bracketedTitles),
        },
      },
      ...(escapes === 'all' ? [] : [{ handlers: { text: text(escapes) } }]),
    ],
  }
  return toMarkdown({ type: 'root', children }, settings).replace(/\n$/, '')
}

const heading: Handle = (node: Extract<Nodes, { type: 'heading' }>, parent, state, info) => {
  const written = defaultHandlers.heading(node, parent, state, info)
  return node.data?.anchor === undefined ? written : `${written} {#${node.data.anchor}}`
}

/** A link that was written as a bare address stays one while the address alone says the same. */
function link(dialect: Dialect): Handle {
  const handle: Handle = (node: Extract<Nodes, { type: 'link' }>, parent, state, info) => {
    const bare = bareLink(node, dialect)
    return bare === undefined ? defaultHandlers.link(node, parent, state, info) : bare
  }
  return Object.assign(handle, {
    peek: (node: Extract<Nodes, { type: 'link' }>) => bareLink(node, dialect)?.charAt(0) ?? '[',
  })
}

function bareLink(node: Extract<Nodes, { type: 'link' }>, dialect: Dialect): string | undefined {
  const [only, ...others] = node.children
  if (node.data?.form === undefined || others.length > 0 || only?.type !== 'text' || node.title)
    return undefined
  const text = only.value
  if (![text, `mailto:${text}`, `http://${text}`].includes(node.url)) return undefined
  return node.data.form === 'angle' && dialect.format === 'commonmark' ? `<${text}>` : text
}

/** Docusaurus accepts `:::note Title` and `:::note[Title]`. A file uses one of them throughout. */
const containerDirective =
  (bracketed: boolean): Handle =>
  (node, parent, state, info) => {
    const written = directiveHandler(node, parent, state, info)
    return bracketed ? written : written.replace(/^(:{3,}[\w-]+)\[([^\n]*)\](?=\n)/, '$1 $2')
  }

const directiveHandler: Handle = (node, parent, state, info) => {
  const handle = directiveHandlers?.containerDirective
  return handle ? handle(node, parent, state, info) : ''
}

const directiveHandlers = toMarkdownOf(mdx, usualStyle).find(
  (extension) => extension.handlers && 'containerDirective' in extension.handlers,
)?.handlers

function text(escapes: Exclude<Escapes, 'all'>): Handle {
  return (node: Extract<Nodes, { type: 'text' }>, parent, state, info) => {
    const inTable = state.stack.includes('tableCell')
    const plain = inTable ? node.value.replaceAll('|', '\\|') : node.value
    if (escapes === 'none') return plain
    const written = defaultHandlers.text(node, parent, state, info)
    // Inside a word, before a space or in an address these signs open nothing, so they need no escape.
    return written
      .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_')
      .replace(/(?<=:)\\(?=\/\/)|\\(?=[:@])/g, '')
      .replace(/\\(?=[*~<] )/g, '')
  }
}
