import { expect, test } from 'vitest'
import { excessIn } from '@/richtext/excess'

const nested = (levels: number, wrap: (inner: object) => object): object => {
  let body: object = { type: 'text', text: 'a' }
  for (let level = 0; level < levels; level++) body = wrap(body)
  return { root: { type: 'root', children: [body] } }
}
const quote = (inner: object) => ({ type: 'quote', children: [inner] })
const list = (inner: object) => ({ type: 'list', children: [{ type: 'listitem', children: [inner] }] })
const table = (inner: object) => ({
  type: 'table',
  children: [{ type: 'tablerow', children: [{ type: 'tablecell', children: [inner] }] }],
})
const link = (inner: object) => ({ type: 'link', fields: {}, children: [inner] })
const callout = (inner: object) => ({
  type: 'block',
  fields: { blockType: 'admonition', content: { root: { type: 'root', children: [inner] } } },
})
const inlineBlock = (inner: object) => ({ type: 'inlineBlock', fields: { blockType: 'x', inner } })
const raw = (source: string) => ({
  root: { children: [{ type: 'block', fields: { blockType: 'rawMdx', source } }] },
})

test.each([
  ['quotes', quote],
  ['lists', list],
  ['tables', table],
  ['links', link],
  ['callouts', callout],
  ['inline blocks', inlineBlock],
])('1,000 nested %s are too deep', (_what, wrap) => {
  expect(excessIn(nested(1_000, wrap))).toBe('depth')
})

test('a hundred thousand levels are counted without a stack', () => {
  expect(excessIn(nested(100_000, quote))).toBe('depth')
})

test.each([
  ['quotes', quote],
  ['lists', list],
])('a hundred nested %s, as Markdown may have, are not', (_what, wrap) => {
  expect(excessIn(nested(100, wrap))).toBeUndefined()
})

test('a body may have as many nodes as a post of 1 MB, and no more', () => {
  const body = (nodes: number) => ({ children: Array.from({ length: nodes }, () => ({ type: 'text' })) })
  expect([excessIn(body(100_000)), excessIn(body(200_000))]).toEqual([undefined, 'size'])
})

test.each([
  ['<b>'.repeat(3_000), 'depth'],
  ['<b><i></b>'.repeat(200), 'depth'],
  [`${'<div>'.repeat(150)}a${'</div>'.repeat(150)}`, 'depth'],
  ['<b>a</b><br/><img src="a">'.repeat(1_000), undefined],
  [`<ul>${'<li>a'.repeat(1_000)}</ul>`, undefined],
  ['<p>a<p>b'.repeat(1_000), undefined],
  ['a < b > c'.repeat(1_000), undefined],
])('raw source is too deep by the elements that it leaves open: %#', (source, excess) => {
  expect(excessIn(raw(source))).toBe(excess)
})

test.each([undefined, null, 'text', { title: 'a', body: null }])('%o has too much of nothing', (value) => {
  expect(excessIn(value)).toBeUndefined()
})
