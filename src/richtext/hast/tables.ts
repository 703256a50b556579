import type { Element, ElementContent } from 'hast'
import { filled } from '@/i18n/filled'
import type { LexicalNode, TableCellNode, TableNode, TableRowNode } from '../nodes'
import { element } from './element'
import type { Rendering } from './rendering'

/** Renders a table in a region of its own that scrolls sideways, also by keyboard. */
export function tableToHast(node: TableNode, rendering: Rendering): Element {
  rendering.tables += 1
  const rows = node.children.filter((child) => child.type === 'tablerow')
  const headRows = rows.findIndex((row) => !isHeaderRow(row))
  const split = headRows === -1 ? rows.length : headRows
  const region = {
    className: ['table-scroll'],
    tabIndex: 0,
    ariaLabel: filled(rendering.words.table, { number: rendering.tables }),
  }
  return element('section', region, [
    element('table', {}, [
      ...section('thead', rows.slice(0, split), rendering),
      ...section('tbody', rows.slice(split), rendering),
    ]),
  ])
}

/** Lexical's bits of a header cell: 1 in a header row (it heads its column), 2 in a header column (it heads its row). */
const inHeaderRow = 1
const inHeaderColumn = 2

const isHeaderRow = (row: TableRowNode) =>
  row.children.length > 0 &&
  row.children.every((cell) => cell.type === 'tablecell' && (cell.headerState & inHeaderRow) !== 0)

function section(tagName: 'thead' | 'tbody', rows: TableRowNode[], rendering: Rendering): Element[] {
  if (rows.length === 0) return []
  const children = rows.map((row) =>
    element(
      'tr',
      {},
      row.children.flatMap((child) => (child.type === 'tablecell' ? [cell(child, rendering)] : [])),
    ),
  )
  return [element(tagName, {}, children)]
}

function cell(node: TableCellNode, rendering: Rendering): Element {
  const alignment = alignmentOf(node)
  return element(
    node.headerState === 0 ? 'td' : 'th',
    {
      scope: scopeOf(node),
      colSpan: node.colSpan > 1 ? node.colSpan : undefined,
      rowSpan: node.rowSpan > 1 ? node.rowSpan : undefined,
      className: alignment ? [`align-${alignment}`] : undefined,
    },
    content(node.children, rendering),
  )
}

const scopeOf = ({ headerState }: TableCellNode) =>
  headerState & inHeaderRow ? 'col' : headerState & inHeaderColumn ? 'row' : undefined

/** A cell with a single paragraph gets no `<p>`, so that it is as tight as its text. */
function content(nodes: LexicalNode[], rendering: Rendering): ElementContent[] {
  const [only, ...others] = nodes
  return only?.type === 'paragraph' && others.length === 0
    ? rendering.inline(only.children)
    : rendering.inline(nodes)
}

const alignments = { left: 'left', start: 'left', center: 'center', right: 'right', end: 'right' } as const

function alignmentOf({ format, children }: TableCellNode): 'left' | 'center' | 'right' | undefined {
  const [first] = children
  const written = format || (first?.type === 'paragraph' ? first.format : '')
  return written in alignments ? alignments[written as keyof typeof alignments] : undefined
}
