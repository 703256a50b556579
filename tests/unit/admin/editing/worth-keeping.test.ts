import { expect, test } from 'vitest'
import { worthKeeping } from '@/admin/editing/worth-keeping'
import { bodyOf } from '../../../support/samples/bodies'

const fields = ['title', 'body']
const withNode = (node: object) => ({ body: { root: { type: 'root', children: [node] } } })

test('a new form says nothing', () => {
  expect(worthKeeping({}, fields)).toBe(false)
  expect(worthKeeping({ title: null, body: null }, fields)).toBe(false)
})

test('white space and empty paragraphs say nothing', () => {
  expect(worthKeeping({ title: ' \n', body: bodyOf('', '  ') }, fields)).toBe(false)
})

test('one letter in a title or in a text is worth keeping', () => {
  expect(worthKeeping({ title: 'P' }, fields)).toBe(true)
  expect(worthKeeping({ body: bodyOf('', 'P') }, fields)).toBe(true)
})

test('a block without words, such as a picture, is worth keeping', () => {
  expect(worthKeeping(withNode({ type: 'block', fields: { blockType: 'image' } }), fields)).toBe(true)
})

test('an empty list item is as empty as a paragraph', () => {
  expect(
    worthKeeping(withNode({ type: 'list', children: [{ type: 'listitem', children: [] }] }), fields),
  ).toBe(false)
})

test('a field that was not asked about does not count', () => {
  expect(worthKeeping({ keywords: 'kopi' }, fields)).toBe(false)
})
