import { expect, test } from 'vitest'
import { contentHash } from '@/richtext/identity/content-hash'
import { block, body, cell, inlineBlock, item, link, list, paragraph, table, text } from '../bodies'

test('a content hash is the same whatever the ids of a block, its rows and its links are', () => {
  const one = { ...paragraph('a', link('/x', 'b')), $: { blockId: 'one' } }
  const other = paragraph('a', { ...link('/x', 'b'), id: 'another' })
  expect(contentHash(one)).toBe(contentHash(other))
  expect(contentHash(block('code', { code: 'x' }, 'r1'))).toBe(
    contentHash(block('code', { code: 'x' }, 'r2')),
  )
})

test('a content hash is the same after the traces that the editor leaves without an edit', () => {
  const opened = {
    ...list('bullet', {
      ...item(text('a'), text(''), text('b')),
      indent: 1,
      value: 3,
      direction: 'ltr' as const,
    }),
    direction: 'ltr' as const,
    version: 2,
  }
  expect(contentHash(opened)).toBe(contentHash(list('bullet', item('ab'))))
})

test('a content hash is the same for a picture or document as an id and populated', () => {
  const image = (picture: unknown) => contentHash(block('image', { picture, alt: 'a' }))
  expect(image({ id: 'm1', url: '/media/a.webp' })).toBe(image('m1'))
})

test.each([
  ['a word', paragraph('a'), paragraph('b')],
  ['a format', paragraph('a'), paragraph(text('a', 1))],
  ['the place of a format', paragraph(text('a', 1), 'b'), paragraph('a', text('b', 1))],
  ['the kind of list', list('bullet', item('a')), list('number', item('a'))],
  ['a ticked task', list('check', item('a')), list('check', { ...item('a'), checked: true })],
  ['an address', paragraph(link('/a', 'x')), paragraph(link('/b', 'x'))],
  ['a header cell', table([cell(0, 'a')]), table([cell(1, 'a')])],
  ['a language of code', block('code', { code: 'x' }), block('code', { code: 'x', language: 'ts' })],
  [
    'the text of a callout',
    block('admonition', { kind: 'note', content: body(paragraph('a')) }),
    block('admonition', { kind: 'note', content: body(paragraph('b')) }),
  ],
  [
    'a formula in the text',
    paragraph(inlineBlock('inlineMath', { formula: 'x' })),
    paragraph(inlineBlock('inlineMath', { formula: 'y' })),
  ],
])('a content hash differs by %s', (_difference, one, other) => {
  expect(contentHash(one)).not.toBe(contentHash(other))
})
