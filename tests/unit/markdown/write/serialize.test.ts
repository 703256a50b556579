import { expect, test } from 'vitest'
import { toBody } from '@/markdown/read/to-body'
import { serialize, serializeNode } from '@/markdown/write/serialize'
import { styleOf } from '@/markdown/write/style'
import type { Body, LexicalNode, TextNode } from '@/richtext/nodes'

const text = (words: string, format = 0): TextNode => ({
  ...{ type: 'text', text: words, format, style: '', detail: 0, mode: 'normal', version: 1 },
})
const element = { direction: null, format: '', indent: 0, version: 1 } as const
const paragraph = (...children: LexicalNode[]): LexicalNode => ({
  ...{ type: 'paragraph', children, textFormat: 0, textStyle: '' },
  ...element,
})
const body = (...children: LexicalNode[]): Body => ({ root: { type: 'root', children, ...element } })
const lineBreak: LexicalNode = { type: 'linebreak', version: 1 }
const code = (fields: object) =>
  ({
    type: 'block',
    format: '',
    version: 2,
    fields: { id: 'a', blockName: '', blockType: 'code', ...fields },
  }) as LexicalNode

test.each([
  'snake_case_word and a_b.py',
  'https://twitter.com/swan_chain',
  '[nama_pengguna](https://contoh.id/a_b)',
  '2 * 3 = 6, a < b, 5 > 4 & 3',
  'C# [draf] (lihat) ~10 !',
  '00:15:12 :::',
])('writes %s without a needless escape', (words) => {
  expect(serialize(toBody(words).body)).toBe(`${words}\n`)
})

test.each([
  ['# bukan judul', '\\# bukan judul'],
  ['- bukan daftar', '\\- bukan daftar'],
  ['1. bukan daftar', '1\\. bukan daftar'],
  ['*bukan* tebal', '\\*bukan* tebal'],
  ['harga {5}', 'harga \\{5}'],
  ['a <b> c', 'a \\<b> c'],
])('escapes %s, which an editor means as words', (words, written) => {
  expect(serialize(body(paragraph(text(words))))).toBe(`${written}\n`)
})

test('moves spaces at the edge of bold out of it', () => {
  expect(serialize(body(paragraph(text('a'), text(' b ', 1), text('c'))))).toBe('a **b** c\n')
})

test('leaves out empty paragraphs', () => {
  expect(serialize(body(paragraph(text('a')), paragraph(), paragraph(text('b'))))).toBe('a\n\nb\n')
})

test('writes two line breaks in an item as two paragraphs of it', () => {
  const item: LexicalNode = {
    ...{ type: 'listitem', value: 1, children: [text('a'), lineBreak, lineBreak, text('b')] },
    ...element,
  }
  const list: LexicalNode = {
    type: 'list',
    listType: 'bullet',
    tag: 'ul',
    start: 1,
    children: [item],
    ...element,
  }
  expect(serialize(body(list))).toBe('- a\n\n  b\n')
})

test('writes a line break in a cell as an element, for a real one would end the row', () => {
  const { body: table } = toBody('| a |\n| - |\n| b |\n')
  const written = JSON.stringify(table).replace(
    '"children":[{"type":"text","text":"b"',
    `"children":[${JSON.stringify(lineBreak)},{"type":"text","text":"b"`,
  )
  expect(serialize(JSON.parse(written))).toContain('| <br />b |')
})

test('writes lists and marks in the style of the file around them', () => {
  const source =
    '* a\n* b\n\n1) x\n2) y\n\n_c_ and __d__\n\n~~~js\ne\n~~~\n\n***\n\n| a |\n|---|\n| b<br/>c |\n'
  expect(serialize(toBody(source).body, { style: styleOf(source) })).toBe(
    '* a\n* b\n\n1) x\n2) y\n\n_c_ and __d__\n\n~~~js\ne\n~~~\n\n***\n\n| a |\n| - |\n| b<br/>c |\n',
  )
})

test.each([
  [{ language: 'ts', title: 'a.ts', code: 'x' }, '```ts title="a.ts"\nx\n```'],
  [{ language: 'ts', title: 'b.ts', meta: '{1} title="a.ts"', code: 'x' }, '```ts {1} title="b.ts"\nx\n```'],
  [{ language: 'ts', title: '', meta: '{1} title="a.ts"', code: 'x' }, '```ts {1}\nx\n```'],
  [{ code: '```' }, '````\n```\n````'],
])('writes a code block from its form: %j', (fields, written) => {
  expect(serializeNode(code(fields))).toBe(written)
})

test('changes the address in an embed and nothing else of its source', () => {
  const { body: read } = toBody(
    '<iframe width="5" src="https://player.vimeo.com/video/1" allowFullScreen></iframe>',
  )
  const changed = JSON.stringify(read).replace(
    '"url":"https://player.vimeo.com/video/1"',
    '"url":"https://player.vimeo.com/video/2"',
  )
  expect(serialize(JSON.parse(changed))).toBe(
    '<iframe width="5" src="https://player.vimeo.com/video/2" allowFullScreen></iframe>\n',
  )
})

test('forgets a reference whose address the editor has changed', () => {
  const { body: read } = toBody('[a][b]\n\n[b]: /satu')
  const changed = JSON.stringify(read).replace('"newTab":false,"url":"/satu"', '"newTab":false,"url":"/dua"')
  expect(serialize(JSON.parse(changed))).toBe('[a](/dua)\n\n[b]: /satu\n')
})

test('forgets the order of marks that the editor has changed', () => {
  const { body: read } = toBody('_**a**_ **_b_**')
  const changed = JSON.stringify(read).replaceAll('"format":3', '"format":1')
  expect(serialize(JSON.parse(changed))).toBe('**a** **b**\n')
})
