import type { Element, ElementContent, Properties, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { type Schema, sanitize } from 'hast-util-sanitize'
import { isNamed } from '@/error-named'
import { rootChildren } from '../children'
import { embedAddress } from '../embed-address'
import type { BlockNode, Body, LexicalNode } from '../nodes'
import { isExternal, safeHref } from '../safe-href'
import { element } from './element'
import { embedToHast } from './embeds'
import { jsxToHtml } from './jsx-to-html'
import { inlinePictureToHast } from './pictures'
import type { Rendering } from './rendering'
import { nestsTooDeep } from './tag-depth'

/**
 * Renders the part of a raw MDX block that readers may see: an allowlist of HTML, with a quiet note in place of
 * anything else. A block that never shows anything (comments, imports) renders to nothing.
 */
export function rawToHast(source: string, rendering: Rendering): ElementContent[] {
  if (source.length > longest || nestsTooDeep(source)) return [note(rendering)]
  const html = jsxToHtml(source)
  if (html.trim() === '' || isDefinition(source)) return []
  const shown = safe(parsed(html).flatMap((node) => visible(node, rendering)))
  return shown.some(isBareText) ? (markdown(source, rendering) ?? [note(rendering)]) : mergedNotes(shown)
}

/** Renders raw source in a line of text. Words in harmless elements are shown together with those elements. */
export function inlineRawToHast(source: string, rendering: Rendering): ElementContent[] {
  if (source.length > longest || nestsTooDeep(source)) return []
  const shown = safe(parsed(jsxToHtml(source)).flatMap((node) => visible(node, rendering)))
  return shown.map((node) => (isNote(node) ? { ...node, tagName: 'span' } : node))
}

/** The limit on source in characters: reading MDX leniently may take time that grows with the square of its length. */
const longest = 20_000

const parsed = (html: string): RootContent[] => fromHtml(html, { fragment: true }).children

/** True for a link definition, which shows nothing itself. */
const isDefinition = (source: string) => /^\s*\[(?!\^)(?:[^\]\\]|\\.)+\]:/.test(source)

/**
 * Renders Markdown that has no node of its own, such as a table in a quote, by its parts. Returns undefined when a part
 * is raw again and no shorter, because that would never end.
 */
function markdown(source: string, rendering: Rendering): ElementContent[] | undefined {
  const quoted = unquoted(source)
  const nodes = rootChildren(bodyOrNone(quoted ?? source, rendering))
  if (nodes.length === 0 || nodes.some((node) => isRaw(node) && node.fields.source.length >= source.length))
    return
  const content = rendering.blocks(nodes)
  return quoted === undefined ? content : [element('blockquote', {}, content)]
}

/** Returns no body of Markdown that nests too deep, or takes too long to read, as the import refuses it. */
function bodyOrNone(source: string, { options }: Rendering): Body | undefined {
  try {
    return options.bodyOf?.(source)
  } catch (error) {
    if (isNamed(error, 'NestingError') || isNamed(error, 'EffortError')) return undefined
    throw error
  }
}

function unquoted(source: string): string | undefined {
  const lines = source.split('\n')
  return lines.every((line) => /^ {0,3}>/.test(line))
    ? lines.map((line) => line.replace(/^ {0,3}> ?/, '')).join('\n')
    : undefined
}

const isRaw = (node: LexicalNode): node is RawNode =>
  node.type === 'block' && node.fields.blockType === 'rawMdx'

type RawNode = BlockNode & { fields: Extract<BlockNode['fields'], { blockType: 'rawMdx' }> }

const plainElements: ReadonlySet<string> = new Set([
  ...[
    'div',
    'details',
    'summary',
    'p',
    'blockquote',
    'figure',
    'figcaption',
    'ul',
    'ol',
    'li',
    'pre',
    'code',
  ],
  ...[
    'br',
    'hr',
    'strong',
    'b',
    'em',
    'i',
    'u',
    's',
    'del',
    'ins',
    'sub',
    'sup',
    'kbd',
    'mark',
    'small',
    'span',
  ],
  ...['abbr', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'caption', 'center'],
])

/** Elements that are never shown. Readers lose nothing by it. */
const silentElements: ReadonlySet<string> = new Set([
  'script',
  'style',
  'meta',
  'link',
  'base',
  'title',
  'noscript',
])

function visible(node: RootContent, rendering: Rendering): ElementContent[] {
  if (node.type === 'text') return [node]
  if (node.type !== 'element' || silentElements.has(node.tagName)) return []
  const children = () => node.children.flatMap((child) => visible(child, rendering))
  if (node.tagName === 'img') return [image(node, rendering)]
  if (node.tagName === 'iframe') return [frame(node, rendering)]
  if (node.tagName === 'a') return anchor(node, children())
  if (!plainElements.has(node.tagName)) return [note(rendering)]
  return [element(node.tagName, keptProperties(node), children())]
}

const image = ({ properties }: Element, rendering: Rendering) =>
  inlinePictureToHast(
    { address: text(properties.src), alt: text(properties.alt) ?? '', title: text(properties.title) },
    rendering,
  )

/** Frames of known hosts become embeds, which load nothing by themselves. */
function frame({ properties }: Element, rendering: Rendering): Element {
  const url = text(properties.src)
  if (!url || !embedAddress(url)?.frame) return note(rendering)
  return embedToHast({ url, title: text(properties.title) }, rendering)
}

function anchor({ properties }: Element, children: ElementContent[]): ElementContent[] {
  const href = safeHref(text(properties.href))
  if (href === undefined) return children
  return [element('a', { href, rel: isExternal(href) ? ['noopener'] : undefined }, children)]
}

function keptProperties({ tagName, properties }: Element): Properties {
  if (tagName === 'details') return { open: properties.open ? true : undefined }
  if (tagName === 'ol') return { start: properties.start }
  if (tagName === 'td' || tagName === 'th')
    return { colSpan: properties.colSpan, rowSpan: properties.rowSpan }
  return {}
}

const text = (value: Properties[string]) => (typeof value === 'string' ? value : undefined)

const note = ({ words }: Rendering) => element('p', { className: ['raw-note'] }, [words.rawNote])

const isNote = (node: ElementContent): node is Element =>
  node.type === 'element' &&
  Array.isArray(node.properties.className) &&
  node.properties.className.includes('raw-note')

const isBareText = (node: ElementContent) => node.type === 'text' && node.value.trim() !== ''

/** Keeps one note when several parts in a row cannot be shown. */
const mergedNotes = (nodes: ElementContent[]): ElementContent[] =>
  nodes
    .filter((node) => node.type !== 'text')
    .filter((node, index, all) => {
      const before = all[index - 1]
      return !(isNote(node) && before && isNote(before))
    })

/**
 * A second filter, by another library, over the result of `visible`. If `visible` misses something, no element,
 * attribute or scheme outside this list gets through.
 */
const schema: Schema = {
  tagNames: [...plainElements, 'a', 'img'],
  attributes: {
    '*': [['className', /^(?:raw-note|embed|embed-link|embed-title|embed-site|remote|picture-missing)$/]],
    a: ['href', ['rel', 'noopener'], ['className', 'embed-link']],
    img: [
      'src',
      'srcSet',
      'sizes',
      'alt',
      'title',
      'width',
      'height',
      'loading',
      'decoding',
      'referrerPolicy',
      ['className', 'remote'],
    ],
    figure: ['dataEmbed', ['className', 'embed']],
    details: ['open'],
    ol: ['start'],
    td: ['colSpan', 'rowSpan'],
    th: ['colSpan', 'rowSpan'],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['http', 'https'] },
  strip: ['script', 'style'],
  clobber: [],
  required: {},
}

function safe(nodes: ElementContent[]): ElementContent[] {
  const tree = sanitize({ type: 'root', children: nodes }, schema)
  return tree.type === 'root'
    ? tree.children.filter((node) => node.type === 'element' || node.type === 'text')
    : []
}
