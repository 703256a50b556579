import fc from 'fast-check'
import { expect, test } from 'vitest'
import { childrenOf } from '@/richtext/children'
import { belongsTo, blockId } from '@/richtext/identity/block-id'
import { blockIdOf, everyBlock } from '@/richtext/identity/identified-blocks'
import { withBlockIds } from '@/richtext/identity/identity'
import type { Body, LexicalNode } from '@/richtext/nodes'
import { block, body, cell, heading, item, list, paragraph, quote, table } from '../bodies'

const scope = 'scope-of-this-article'

/** Mints ids in order: 00000001, 00000002, … */
function counter(start = 0) {
  let last = start
  return () => String(++last).padStart(8, '0')
}

const first = (written: Body) => withBlockIds({ body: written, scope, mint: counter() })
const again = (edited: Body, previous: Body) =>
  withBlockIds({ body: edited, previous, scope, mint: counter(5000) })
const idsOf = ({ root }: Body) => everyBlock(root.children).map(blockIdOf)
const topIds = ({ root }: Body) => root.children.map(blockIdOf)
const minted = (number: number) => blockId(String(number).padStart(8, '0'), scope)

/** Returns a body as the admin panel's editor sends it when it never saw the ids. */
const withoutIds = <Value>(value: Value): Value =>
  JSON.parse(JSON.stringify(value, (key, inner) => (key === '$' ? undefined : inner)))

test('gives every kind of block an id, and rows, links and text none', () => {
  const given = first(
    body(
      heading('h2', 'a'),
      paragraph('b'),
      quote('c'),
      list('bullet', item('d'), item(list('bullet', item('e')))),
      table([cell(1, 'f')]),
      { type: 'horizontalrule', version: 1 },
      block('admonition', { kind: 'note', content: body(paragraph('g')) }),
    ),
  )
  expect(everyBlock(given.root.children).map(({ type }) => type)).toEqual([
    ...['heading', 'paragraph', 'quote', 'list', 'listitem', 'listitem', 'list', 'listitem'],
    ...['table', 'tablecell', 'paragraph', 'horizontalrule', 'block', 'paragraph'],
  ])
  expect(idsOf(given)).toEqual(Array.from({ length: 14 }, (_, index) => minted(index + 1)))
  expect(JSON.stringify(given).match(/blockId/g)).toHaveLength(14)
})

test('makes ids of twelve characters whose end only fits their own scope', () => {
  const id = blockId('abc12345', scope)
  expect(id).toMatch(/^abc12345[0-9a-z]{4}$/)
  expect(belongsTo(id, scope)).toBe(true)
  expect(belongsTo(id, 'another-scope')).toBe(false)
  expect(belongsTo('64b7f0c2a1d3e4f5a6b7c8d0', scope)).toBe(false)
})

test('keeps the first of two equal ids', () => {
  const [original] = first(body(paragraph('a'))).root.children as [LexicalNode]
  expect(topIds(again(body(original, original), body(original)))).toEqual([minted(1), minted(5001)])
})

test('replaces every id that came from another article', () => {
  const foreign = withBlockIds({ body: body(paragraph('a'), paragraph('b')), scope: 'elsewhere' })
  expect(topIds(first(foreign))).toEqual([minted(1), minted(2)])
})

test('takes no foreign id from the previous body either', () => {
  const foreign = withBlockIds({ body: body(paragraph('a')), scope: 'elsewhere' })
  expect(topIds(again(withoutIds(foreign), foreign))).toEqual([minted(5001)])
})

test('replaces ids that are no ids', () => {
  const broken = JSON.parse(JSON.stringify(body({ ...paragraph('a'), $: { blockId: 'x' } }))) as Body
  const odd = JSON.parse(
    JSON.stringify({ ...paragraph('b'), $: { blockId: { toString: 1 } } }),
  ) as LexicalNode
  broken.root.children.push(odd)
  expect(topIds(first(broken))).toEqual([minted(1), minted(2)])
})

test('restores lost ids by content, also where blocks were moved', () => {
  const before = first(body(paragraph('a'), paragraph('b'), paragraph('c')))
  const moved = withoutIds(body(...[...before.root.children].reverse()))
  expect(topIds(again(moved, before))).toEqual([minted(3), minted(2), minted(1)])
})

test('restores lost ids of equal blocks in their order', () => {
  const before = first(body(paragraph('a'), paragraph('a')))
  expect(topIds(again(withoutIds(before), before))).toEqual([minted(1), minted(2)])
})

test('gives no id twice when a block was copied without one', () => {
  const before = first(body(paragraph('a')))
  expect(topIds(again(body(paragraph('a'), paragraph('a')), before))).toEqual([minted(1), minted(5001)])
})

test('restores the id of a block that was edited between the same neighbours', () => {
  const before = first(body(paragraph('a'), paragraph('b'), paragraph('c')))
  expect(topIds(again(body(paragraph('a'), paragraph('edited'), paragraph('c')), before))).toEqual(
    topIds(before),
  )
})

test('restores the id of a paragraph that became a heading at the beginning', () => {
  const before = first(body(paragraph('a'), paragraph('b')))
  expect(topIds(again(body(heading('h2', 'A'), paragraph('b')), before))).toEqual(topIds(before))
})

test('takes a new block where another kind stood for a new one', () => {
  const before = first(body(paragraph('a'), { type: 'horizontalrule', version: 1 }, paragraph('c')))
  expect(topIds(again(body(paragraph('a'), paragraph('new'), paragraph('c')), before))[1]).toBe(minted(5001))
})

test('does not guess which of two edited neighbours was which', () => {
  const before = first(body(paragraph('a'), paragraph('b'), paragraph('c'), paragraph('d')))
  const edited = body(paragraph('a'), paragraph('x'), paragraph('y'), paragraph('d'))
  expect(topIds(again(edited, before))).toEqual([minted(1), minted(5001), minted(5002), minted(4)])
})

test('restores the id of an edited cell and of the table around it', () => {
  const before = first(body(table([cell(0, 'a'), cell(0, 'b')], [cell(0, 'c'), cell(0, 'd')])))
  const edited = body(table([cell(0, 'a'), cell(0, 'b')], [cell(0, 'c'), cell(0, 'edited')]))
  expect(idsOf(again(edited, before))).toEqual(idsOf(before))
})

test('knows a form block by its row where the editor dropped its state, moved and edited', () => {
  const before = first(
    body(block('code', { code: 'a' }, 'row-1'), paragraph('b'), block('code', { code: 'c' }, 'row-2')),
  )
  const edited = body(
    block('code', { code: 'edited' }, 'row-2'),
    paragraph('b'),
    block('code', { code: 'a' }, 'row-1'),
  )
  expect(topIds(again(edited, before))).toEqual([minted(3), minted(2), minted(1)])
})

test('keeps other state of a node beside its id', () => {
  const given = first(body({ ...paragraph('a'), $: { colour: 'red' } }))
  expect(given.root.children[0]?.$).toEqual({ colour: 'red', blockId: minted(1) })
})

test('refuses a source of ids that only repeats itself', () => {
  const constant = () => '00000000'
  expect(() => withBlockIds({ body: body(paragraph('a'), paragraph('b')), scope, mint: constant })).toThrow(
    /Expected a new block id within 100 attempts/,
  )
})

const leaf: fc.Arbitrary<LexicalNode> = fc.oneof(
  fc.string({ maxLength: 6 }).map((words) => paragraph(words)),
  fc.constantFrom('same', 'other').map((words) => heading('h2', words)),
  fc.constant<LexicalNode>({ type: 'horizontalrule', version: 1 }),
  fc
    .tuple(fc.string({ maxLength: 4 }), fc.string({ minLength: 3, maxLength: 3 }))
    .map(([code, row]) => block('code', { code }, row)),
  fc
    .array(fc.string({ maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map((words) => list('bullet', ...words.map((word) => item(word)))),
  fc
    .array(fc.string({ maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map((words) => table(words.map((word) => cell(0, word)))),
)
const node: fc.Arbitrary<LexicalNode> = fc.oneof(
  { weight: 4, arbitrary: leaf },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.array(leaf, { maxLength: 3 }), fc.uuid())
      .map(([children, row]) => block('admonition', { kind: 'note', content: body(...children) }, row)),
  },
)
const bodies = fc.array(node, { maxLength: 8 }).map((nodes) => body(...nodes))

test('changes nothing that has its ids already', () => {
  fc.assert(
    fc.property(bodies, (written) => {
      const once = first(written)
      expect(withBlockIds({ body: once, scope })).toEqual(once)
      expect(withBlockIds({ body: once, previous: once, scope })).toEqual(once)
    }),
  )
})

test('gives every block an id that no other block has', () => {
  fc.assert(
    fc.property(bodies, bodies, (written, previous) => {
      const ids = idsOf(again(written, first(previous)))
      expect(ids.every((id) => id !== undefined && belongsTo(id, scope))).toBe(true)
      expect(new Set(ids).size).toBe(ids.length)
    }),
  )
})

test('changes neither the content nor what it was given', () => {
  fc.assert(
    fc.property(bodies, bodies, (written, previous) => {
      const before = first(previous)
      const [givenBody, givenPrevious] = [structuredClone(written), structuredClone(before)]
      expect(withoutIds(again(written, before))).toEqual(withoutIds(written))
      expect(written).toEqual(givenBody)
      expect(before).toEqual(givenPrevious)
    }),
  )
})

test('restores every id of a body that comes back as it was, without any', () => {
  fc.assert(
    fc.property(bodies, (written) => {
      const before = first(written)
      expect(idsOf(again(withoutIds(before), before)).toSorted()).toEqual(idsOf(before).toSorted())
    }),
  )
})

const distinct = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 2, maxLength: 8 })
  .map((words) => body(...words.map((word) => paragraph(word))))

test('keeps the ids of all other blocks when one is deleted, inserted, moved or edited', () => {
  fc.assert(
    fc.property(distinct, fc.nat(), fc.nat(), fc.boolean(), (written, from, to, stripped) => {
      const before = first(written)
      const nodes = before.root.children
      const at = from % nodes.length
      const others = nodes.filter((_, index) => index !== at)
      const target = to % nodes.length
      const newcomer = paragraph('something that was not there before')
      const edits: Record<string, LexicalNode[]> = {
        deleted: others,
        inserted: nodes.toSpliced(target, 0, newcomer),
        moved: others.toSpliced(target, 0, nodes[at] as LexicalNode),
        edited: nodes.with(at, newcomer),
      }
      for (const edited of Object.values(edits)) {
        const sent = stripped ? withoutIds(body(...edited)) : body(...edited)
        const ids = new Map(
          again(sent, before).root.children.map((child) => [words(child), blockIdOf(child)]),
        )
        for (const child of edited) {
          if (words(child) !== words(newcomer)) expect(ids.get(words(child))).toBe(blockIdOf(child))
        }
      }
      expect(topIds(again(body(...(edits.edited ?? [])), before))).toEqual(topIds(before))
    }),
  )
})

const words = (node: LexicalNode) =>
  childrenOf(node)
    .map((child) => ('text' in child ? child.text : ''))
    .join('')
