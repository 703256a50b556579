import { expect, test } from 'vitest'
import { excerpt, plainText, readingMinutes } from '@/richtext/plain-text'
import { block, body, cell, heading, inlineBlock, item, link, list, paragraph, table } from './bodies'

test('parts blocks by blank lines and goes into lists, tables and callouts', () => {
  const nodes = body(
    heading('h2', 'Head'),
    paragraph(
      'One ',
      link('/x', 'linked'),
      { type: 'linebreak', version: 1 },
      inlineBlock('inlineMath', { formula: 'x' }),
    ),
    list('bullet', item('a'), item(list('bullet', item('b')))),
    table([cell(1, 'c'), cell(0, 'd')]),
    block('admonition', { kind: 'note', title: 'Beware', content: body(paragraph('e')) }),
    block('code', { code: 'f()' }),
    block('rawMdx', { source: '<div/>' }),
  )
  expect(plainText(nodes)).toBe(
    ['Head', 'One linked\nx', 'a', 'b', 'c', 'd', 'Beware', 'e', 'f()'].join('\n\n'),
  )
})

test('reads Indonesian at 200 and English at 230 words a minute, and never in no time', () => {
  const words = (count: number) => 'kata '.repeat(count)
  expect(readingMinutes(words(400), 'id')).toBe(2)
  expect(readingMinutes(words(401), 'id')).toBe(3)
  expect(readingMinutes(words(460), 'en')).toBe(2)
  expect(readingMinutes('', 'en')).toBe(1)
})

test('cuts an excerpt between words and marks the cut', () => {
  const nodes = body(heading('h2', 'Skipped'), paragraph('One two,'), paragraph('three four'))
  expect(excerpt(nodes, 100)).toBe('One two, three four')
  expect(excerpt(nodes, 10)).toBe('One two…')
  expect(excerpt(nodes, 19)).toBe('One two, three four')
})

test('never cuts a grapheme in two', () => {
  expect(excerpt(body(paragraph('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦')), 2)).toBe('👩‍👩‍👧‍👦…')
})
