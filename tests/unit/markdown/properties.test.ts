import fc from 'fast-check'
import type { BlockContent, ListItem, PhrasingContent, RootContent, TableRow } from 'mdast'
import { expect, test } from 'vitest'
import { canonical } from '@/markdown/canonical'
import { countOfMdast } from '@/markdown/counts'
import { mdx } from '@/markdown/dialect'
import { blockToLexical } from '@/markdown/read/blocks-to-lexical'
import { parse } from '@/markdown/read/parse'
import { toBody } from '@/markdown/read/to-body'
import { serialize, serializeMdast } from '@/markdown/write/serialize'
import { nodeToMdast } from '@/markdown/write/to-mdast'
import { countOfBody } from '../../support/samples/count-of-body'

const word = fc.stringMatching(/^[a-z]{1,6}$/)
const address = word.map((name) => `https://contoh.id/${name}_1`)

/** Makes inline content. Words stand between any two marks, links or other nodes, so that no two marks touch. */
function line(marks: readonly string[], depth: number): fc.Arbitrary<PhrasingContent[]> {
  const children = () => line(marks, depth - 1)
  const leaves: fc.Arbitrary<PhrasingContent>[] = [
    word.map((value) => ({ type: 'inlineCode', value })),
    fc.record({
      type: fc.constant('image' as const),
      url: address,
      title: fc.option(word, { nil: null }),
      alt: word,
    }),
    fc.constant({ type: 'break' as const }),
    word.map((value) => ({ type: 'text' as const, value: `\n${value}` })),
  ]
  const nested: fc.Arbitrary<PhrasingContent>[] =
    depth === 0
      ? []
      : (['strong', 'emphasis', 'delete'] as const)
          .filter((mark) => !marks.includes(mark))
          .map((type) => line([...marks, type], depth - 1).map((inside) => ({ type, children: inside })))
  const links: fc.Arbitrary<PhrasingContent>[] =
    depth === 0 || marks.includes('link')
      ? []
      : [
          fc.record({
            type: fc.constant('link' as const),
            url: address,
            title: fc.option(word, { nil: null }),
            children: line([...marks, 'link'], depth - 1) as fc.Arbitrary<never[]>,
          }),
        ]
  const text = word.map((value) => ({ type: 'text' as const, value }))
  const spaced = fc
    .tuple(text, fc.oneof(...leaves, ...nested, ...links), text)
    .map(([before, node, after]): PhrasingContent[] => [
      { type: 'text', value: `${before.value} ` },
      node,
      { type: 'text', value: ` ${after.value}` },
    ])
  const alone = depth === 0 ? [] : nested.map((one) => one.map((node) => [node]))
  return fc.oneof(
    text.map((one): PhrasingContent[] => [one]),
    spaced,
    ...alone,
    ...(depth > 0 ? [children()] : []),
  )
}

/**
 * A break must not stand beside the line ending of a folded line, because the ending would become part of the break.
 */
const inline = line([], 3)

const paragraph = inline.map((children) => ({ type: 'paragraph' as const, children }))

function list(depth: number): fc.Arbitrary<Extract<RootContent, { type: 'list' }>> {
  const item = (checked: boolean | null): fc.Arbitrary<ListItem> =>
    fc
      .tuple(
        fc.array(paragraph, { minLength: 1, maxLength: 2 }),
        depth > 0 ? fc.option(list(depth - 1), { nil: undefined }) : fc.constant(undefined),
        fc.boolean(),
      )
      .map(([paragraphs, nested, spread]) => {
        const children: BlockContent[] = nested ? [...paragraphs, nested] : paragraphs
        return {
          type: 'listItem',
          spread: paragraphs.length > 1 || (spread && Boolean(nested)),
          checked,
          children,
        }
      })
  const items = (checked: boolean | null) => fc.array(item(checked), { minLength: 1, maxLength: 3 })
  return fc.oneof(
    fc.record({ spread: fc.boolean(), children: items(null) }).map((rest) => ({
      ...{ type: 'list' as const, ordered: false, start: null },
      ...rest,
    })),
    fc.record({ spread: fc.boolean(), children: items(true), start: fc.constant(null) }).map((rest) => ({
      ...{ type: 'list' as const, ordered: false },
      ...rest,
    })),
    fc.record({ spread: fc.boolean(), children: items(null), start: fc.nat(20) }).map((rest) => ({
      ...{ type: 'list' as const, ordered: true },
      ...rest,
    })),
  )
}

/** Content of table cells, which cannot contain line endings. */
const cellLine = fc
  .array(word, { maxLength: 3 })
  .map((words): PhrasingContent[] =>
    words.flatMap((value, index): PhrasingContent[] => [
      ...(index > 0 ? [{ type: 'text' as const, value: ' ' }] : []),
      index % 2 === 0 ? { type: 'text', value } : { type: 'strong', children: [{ type: 'text', value }] },
    ]),
  )

const table = fc.integer({ min: 1, max: 4 }).chain((columns) => {
  const row: fc.Arbitrary<TableRow> = fc
    .array(cellLine, { minLength: columns, maxLength: columns })
    .map((cells) => ({
      type: 'tableRow',
      children: cells.map((children) => ({ type: 'tableCell', children })),
    }))
  return fc.record({
    type: fc.constant('table' as const),
    align: fc.array(fc.constantFrom('left', 'right', 'center', null), {
      minLength: columns,
      maxLength: columns,
    }),
    children: fc.array(row, { minLength: 1, maxLength: 3 }),
  })
})

const block: fc.Arbitrary<RootContent> = fc.oneof(
  paragraph,
  fc.record({
    type: fc.constant('blockquote' as const),
    children: fc.array(paragraph, { minLength: 1, maxLength: 3 }),
  }),
  list(2),
  table,
  fc.record({
    type: fc.constant('code' as const),
    lang: fc.option(word),
    meta: fc.constant(null),
    value: fc.string(),
  }),
)

test('maps any tree to Lexical and back to itself, where marks note their order', () => {
  const mapping = {
    source: '',
    dialect: mdx,
    rowId: () => 'row',
    notes: true,
    definitions: new Map(),
  }
  fc.assert(
    fc.property(block, (tree) => {
      const stored = JSON.parse(JSON.stringify(blockToLexical(tree, mapping)))
      expect(nodeToMdast(stored).map(canonical)).toEqual([canonical(tree)])
    }),
    { numRuns: 300 },
  )
}, 60_000)

/** Pieces that combine in ways nobody would write, and that parsers are known to disagree on. */
const piece = fc.oneof(
  word,
  address,
  fc.constantFrom(
    ...[
      '*',
      '**',
      '_',
      '__',
      '~~',
      '`',
      '[',
      ']',
      '](',
      ')',
      '<b>',
      '</b>',
      '<br/>',
      '{',
      '}',
      '{1}',
      '|',
      '\\',
    ],
    ...[
      '\n',
      '\n\n',
      '\n- ',
      '\n  - ',
      '\n1. ',
      '\n> ',
      '\n## ',
      '\n```\n',
      '\n:::note\n',
      '\n:::\n',
      '\n| a | b |\n|---|---|\n',
    ],
    ...[
      ' ',
      '  \n',
      '&amp;',
      '!',
      '[^1]',
      '\n[^1]: ',
      '\n[a]: /b\n',
      '<!-- c -->',
      '$',
      ':',
      '@',
      '# ',
      '\t',
      '\u200b',
      '\r\n',
    ],
  ),
)

const source = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''))

test('accounts for every block of any source, and keeps each one word for word or proved', () => {
  fc.assert(
    fc.property(source, (given) => {
      const { body, blocks, root } = toBody(given)
      expect(blocks.length).toBe(root.children.length)
      for (const [index, { raw, start, end }] of blocks.entries()) {
        const node = body.root.children[index]
        if (!raw || node?.type !== 'block' || node.fields.blockType !== 'rawMdx') continue
        expect(node.fields.source).toBe(given.slice(start, end).replace(/\r\n?/g, '\n'))
      }
    }),
    { numRuns: 300 },
  )
}, 60_000)

test('counts the same in the mdast of any source and in its body', () => {
  fc.assert(
    fc.property(source, (given) => {
      const { body, root, dialect } = toBody(given)
      expect(countOfBody(body, dialect)).toEqual(countOfMdast(root))
    }),
    // The example is an item that holds only a list and is the first of its own list.
    { numRuns: 200, examples: [['*\n  - ']] },
  )
}, 60_000)

test('writes any tree as Markdown that reads as that tree', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 4 }), (trees) => {
      const text = serializeMdast(trees, { escapes: 'all' })
      const { body, blocks } = toBody(text)
      const again = serialize(body)
      expect(parse(again).root.children.map(canonical)).toEqual(parse(text).root.children.map(canonical))
      expect(blocks.filter(({ reason }) => reason === 'unknown')).toEqual([])
    }),
    { numRuns: 60 },
  )
}, 60_000)
