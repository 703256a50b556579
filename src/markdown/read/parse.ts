import { fromMarkdown } from 'mdast-util-from-markdown'
import { type Dialect, fromMarkdownOf, mdx, syntaxOf } from '../dialect'
import { refuseEffort } from '../effort'
import { isParent, type Nodes, type Parents, type PhrasingContent, type Root } from '../mdast'
import { deepest, NestingError } from '../nesting'
import { prepare, restoreBraces, titleOfAdmonition } from './prepare'

/** A fact that the reader of a report should know. Lines count from 1 within the source that was parsed. */
export type MarkdownWarning = { code: string; line: number; message: string }

export type Parsed = {
  /** The mdast tree. Positions are UTF-16 offsets in the source. */
  root: Root
  /** The dialect that the source was read in: CommonMark when MDX refused it. */
  dialect: Dialect
  warnings: MarkdownWarning[]
}

/**
 * Parses Markdown as Docusaurus does: as MDX with GFM and admonitions. When strict MDX refuses the source, it is
 * read as CommonMark, with a warning.
 * @throws NestingError, EffortError
 */
export function parse(source: string, dialect: Dialect = mdx): Parsed {
  refuseEffort(source)
  if (dialect.format === 'mdx') {
    try {
      return { root: read(source, dialect), dialect, warnings: [] }
    } catch (error) {
      if (error instanceof NestingError) throw error
      const fallback: Dialect = { ...dialect, format: 'commonmark' }
      return { root: read(source, fallback), dialect: fallback, warnings: [refusedMdx(error)] }
    }
  }
  return { root: read(source, dialect), dialect, warnings: [] }
}

/** Parses text that stands inside a paragraph. Returns undefined when the text is not inline. */
export function parseInline(source: string, dialect: Dialect): PhrasingContent[] | undefined {
  // A letter in front keeps elements, markers and indents from starting a block.
  const { root } = parse(`x${source}`, dialect)
  const [paragraph, ...rest] = root.children
  if (paragraph?.type !== 'paragraph' || rest.length > 0) return undefined
  const [first, ...others] = paragraph.children
  if (first?.type !== 'text') return undefined
  const text = first.value.slice(1)
  return text === '' ? others : [{ ...first, value: text }, ...others]
}

function read(source: string, dialect: Dialect): Root {
  const root = tree(prepare(source, dialect.format), dialect)
  restore(root, source, dialect, 0)
  return root
}

function tree(source: string, dialect: Dialect): Root {
  try {
    return fromMarkdown(source, { extensions: syntaxOf(dialect), mdastExtensions: fromMarkdownOf(dialect) })
  } catch (error) {
    // The parser runs out of stack only when the tree is too deep.
    if (error instanceof RangeError) throw new NestingError(1)
    throw error
  }
}

/** Puts back the text that `prepare` hid, and notes how links were written. */
function restore(parent: Parents, source: string, dialect: Dialect, depth: number) {
  if (depth > deepest) throw new NestingError(parent.position?.start.line ?? 1)
  for (const [index, child] of parent.children.entries()) {
    const written = sliceOf(child, source)
    if (isExpression(child) && written?.startsWith('<!--')) {
      parent.children.splice(index, 1, { type: 'html', value: written, position: child.position } as never)
      continue
    }
    if ('value' in child && typeof child.value === 'string') restoreValue(child, written)
    if (child.type === 'link') noteForm(child, written)
    if (child.type === 'heading') takeAnchor(child)
    if (child.type === 'containerDirective') restoreTitle(child, written ?? '', dialect)
    if (isParent(child)) restore(child, source, dialect, depth + 1)
  }
}

const isExpression = (node: Nodes) => node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression'

function restoreValue(node: Extract<Nodes, { value: string }>, written: string | undefined) {
  node.value = restoreBraces(node.value)
  if (node.value.includes('{/*x') && written?.includes('<!--')) {
    throw new Error('an HTML comment inside of code over several lines')
  }
}

function noteForm(node: Extract<Nodes, { type: 'link' }>, written: string | undefined) {
  if (written?.startsWith('[')) return
  node.data = { ...node.data, form: written?.startsWith('<') ? 'angle' : 'literal' }
}

function takeAnchor(node: Extract<Nodes, { type: 'heading' }>) {
  const last = node.children.at(-1)
  if (last?.type !== 'text') return
  const found = /^(.*?)\s*\{#([^{}\s]+)\}$/s.exec(restoreBraces(last.value))
  const [, before, anchor] = found ?? []
  if (anchor === undefined) return
  node.data = { ...node.data, anchor }
  if (before) last.value = before
  else node.children.pop()
}

function restoreTitle(
  node: Extract<Nodes, { type: 'containerDirective' }>,
  written: string,
  dialect: Dialect,
) {
  const title = titleOfAdmonition(written)
  if (title === undefined) return
  const children = parseInline(title, dialect) ?? [{ type: 'text', value: title }]
  node.children.unshift({ type: 'paragraph', data: { directiveLabel: true }, children })
}

const sliceOf = (node: Nodes, source: string) => {
  const [start, end] = [node.position?.start.offset, node.position?.end.offset]
  return start === undefined || end === undefined ? undefined : source.slice(start, end)
}

function refusedMdx(error: unknown): MarkdownWarning {
  const reason = error instanceof Error ? error.message : String(error)
  const place = error instanceof Error && 'line' in error ? error.line : undefined
  // MDX reports an unclosed element at the end of the file. Its message says where the element begins.
  const begins = /\((\d+):\d+-\d+:\d+\)/.exec(reason)?.[1]
  return {
    code: 'mdx-refused',
    line: begins ? Number(begins) : typeof place === 'number' ? place : 1,
    message: `Read as CommonMark because MDX refuses this file: ${reason}`,
  }
}
