import type { LexicalNode, NodeState } from '@/richtext/nodes'
import type { Dialect } from '../dialect'
import { bitsOf, codeBit, type Mark } from '../marks'
import type { Nodes, PhrasingContent } from '../mdast'
import { Unmappable } from '../write/unmappable'
import { inlineBlock, lineBreak, linkNode, type RowId, textNode } from './lexical'

export type Mapping = {
  source: string
  dialect: Dialect
  rowId: RowId
  /** True to note the order of marks on each node (`$.marks`), because the bits of the format cannot hold it. */
  notes: boolean
  /** The link definitions that `[text][label]` refers to, by identifier. */
  definitions: ReadonlyMap<string, { url: string; title?: string | null }>
}

/** Maps the children of a paragraph, heading or cell. */
export function inlinesToLexical(
  children: readonly PhrasingContent[],
  mapping: Mapping,
  marks: readonly Mark[] = [],
): LexicalNode[] {
  return children.flatMap((child) => inlineToLexical(child, mapping, marks))
}

function inlineToLexical(
  node: PhrasingContent,
  mapping: Mapping,
  marks: readonly Mark[],
): LexicalNode | LexicalNode[] {
  const noted: NodeState | undefined = mapping.notes && marks.length > 0 ? { marks } : undefined
  switch (node.type) {
    case 'text':
      return lines(node.value, mapping, marks)
    case 'inlineCode':
      return textNode(node.value, bitsOf(marks) | codeBit, noted)
    case 'strong':
    case 'emphasis':
    case 'delete':
      return inlinesToLexical(node.children, mapping, [...marks, once(node.type, marks)])
    case 'break':
      return lineBreak(mapping.notes ? { marks } : undefined)
    case 'link':
      return linkNode(
        mapping.rowId(),
        { url: node.url, ...titled(node.title) },
        inlinesToLexical(node.children, mapping, marks),
        { ...(node.data?.form ? { form: node.data.form } : {}), ...(mapping.notes ? { marks } : {}) },
      )
    case 'linkReference': {
      const target = mapping.definitions.get(node.identifier)
      if (!target) throw new Unmappable('definition')
      return linkNode(
        mapping.rowId(),
        { url: target.url, ...titled(target.title) },
        inlinesToLexical(node.children, mapping, marks),
        { reference: reference(node, target.url), ...(mapping.notes ? { marks } : {}) },
      )
    }
    case 'image':
      return inlineBlock('inlineImage', mapping.rowId(), pictureValues(node))
    case 'imageReference':
      // The form of a picture has no field for the label that gives the address.
      throw new Unmappable('picture-reference')
    case 'footnoteReference':
      return inlineBlock('footnoteReference', mapping.rowId(), { label: node.label ?? node.identifier })
    case 'inlineMath':
      return inlineBlock('inlineMath', mapping.rowId(), { formula: node.value })
    case 'html':
      if (lineBreakTag.test(node.value)) return lineBreak({ html: node.value, ...noted })
      return raw(node, mapping)
    case 'mdxJsxTextElement':
      if (node.attributes.length === 0 && node.name === 'br' && node.children.length === 0) {
        return lineBreak({ html: written(node, mapping), ...noted })
      }
      if (node.attributes.length === 0 && isMarkElement(node.name) && node.children.length > 0) {
        return inlinesToLexical(node.children, mapping, [...marks, once(node.name, marks)])
      }
      return raw(node, mapping)
    case 'mdxTextExpression':
      return raw(node, mapping)
    default:
      throw new Unmappable('unknown')
  }
}

const lineBreakTag = /^<br\s*\/?>$/i

/** Returns the values of a picture's form. Picture blocks and pictures within a line have the same form. */
export const pictureValues = (node: Extract<Nodes, { type: 'image' }>) => ({
  address: node.url,
  alt: node.alt ?? '',
  ...titled(node.title),
})

/** Browsers show a line ending of the source as a space. The note keeps it from becoming a hard break. */
function lines(value: string, mapping: Mapping, marks: readonly Mark[]): LexicalNode[] {
  const format = bitsOf(marks)
  return value
    .split('\n')
    .flatMap((line, index) => [
      ...(index > 0 ? [lineBreak({ soft: true, ...(mapping.notes ? { marks } : {}) })] : []),
      ...(line === ''
        ? []
        : [textNode(line, format, mapping.notes && marks.length > 0 ? { marks } : undefined)]),
    ])
}

function raw(node: Nodes, mapping: Mapping) {
  return inlineBlock('inlineRaw', mapping.rowId(), { source: written(node, mapping) })
}

function written(node: Nodes, { source }: Mapping) {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset]
  if (start === undefined || end === undefined) throw new Unmappable('unknown')
  return source.slice(start, end)
}

const isMarkElement = (name: string | null): name is 'u' | 'sub' | 'sup' =>
  name === 'u' || name === 'sub' || name === 'sup'

/** Refuses a mark inside the same mark, because a set of bits cannot hold it twice. */
function once(mark: Mark, marks: readonly Mark[]) {
  if (marks.includes(mark)) throw new Unmappable('round-trip')
  return mark
}

const titled = (title: string | null | undefined) => (typeof title === 'string' ? { title } : {})

const reference = (
  node: { identifier: string; label?: string | null; referenceType: string },
  url: string,
) => ({ identifier: node.identifier, label: node.label ?? node.identifier, type: node.referenceType, url })
