import { expect, test } from 'vitest'
import { missing } from '@/publishing/write/gates'
import { bodyOf } from '../../../support/samples/bodies'

const whole = { title: 'Kopi', slug: 'kopi', body: bodyOf('Panas.') }
const needs = ['title', 'slug', 'body'] as const

test('a language with title, address and text lacks nothing', () => {
  expect(missing(whole, needs)).toEqual([])
})

test('white space is no title, and no address', () => {
  expect(missing({ ...whole, title: ' \n', slug: '\t' }, needs)).toEqual(['title', 'slug'])
})

test('a body of empty paragraphs is no text', () => {
  const empty = bodyOf('', '')
  for (const node of empty.root.children) if (node.type === 'paragraph') node.children = []
  expect(missing({ ...whole, body: empty }, needs)).toEqual(['body'])
})

test('a body of one picture is a text', () => {
  const body = bodyOf()
  body.root.children = [
    {
      type: 'block',
      version: 2,
      format: '',
      fields: {
        id: 'a',
        blockName: '',
        blockType: 'image',
        alt: 'Gunung',
        address: 'https://example.org/a.png',
      },
    },
  ]
  expect(missing({ ...whole, body }, needs)).toEqual([])
})
