import { expect, test } from 'vitest'
import { fingerprint } from '@/markdown/fingerprint'
import { toBody } from '@/markdown/read/to-body'
import type { LexicalNode } from '@/richtext/nodes'

const first = (source: string) => toBody(source).body.root.children[0] as LexicalNode
const changed = (node: LexicalNode, from: string, to: string) =>
  JSON.parse(JSON.stringify(node).replace(from, to)) as LexicalNode

test('a fingerprint is 22 characters of base64url', () => {
  expect(fingerprint(first('Satu.'))).toMatch(/^[\w-]{22}$/)
})

test.each([
  ['a block identity', (node: LexicalNode) => ({ ...node, $: { blockId: 'abc' } })],
  ['a direction', (node: LexicalNode) => changed(node, '"direction":null', '"direction":"ltr"')],
  [
    'a text that is split in two',
    (node: LexicalNode) =>
      changed(
        node,
        '"text":"Satu dua "',
        '"text":"Satu ","format":0,"style":"","detail":0,"mode":"normal","version":1},{"type":"text","text":"dua "',
      ),
  ],
  ['the row id of a link', (node: LexicalNode) => changed(node, '"id":"', '"id":"x')],
])('a fingerprint does not depend on %s', (_, edit) => {
  const node = first('Satu dua **tiga** [empat](/lima).')
  expect(JSON.stringify(edit(node))).not.toBe(JSON.stringify(node))
  expect(fingerprint(edit(node))).toBe(fingerprint(node))
})

test('a fingerprint does not depend on empty values that a form adds', () => {
  const node = first('![a](/b)')
  expect(fingerprint(changed(node, '"alt":"a"', '"alt":"a","picture":null,"title":""'))).toBe(
    fingerprint(node),
  )
})

test.each([
  ['Satu.', 'Satu'],
  ['**a**', '*a*'],
  ['[a](/b)', '[a](/c)'],
  ['# a', '## a'],
  ['# a', '# a {#b}'],
  ['- a', '1. a'],
  ['- [ ] a', '- [x] a'],
  ['![a](/b)', '![c](/b)'],
  ['```js\na\n```', '```ts\na\n```'],
  ['| a |\n| - |', '| a |\n| :-: |'],
  [':::note\na\n:::', ':::tip\na\n:::'],
  ['<X a="1" />', '<X a="2" />'],
])('the fingerprints of %j and %j differ', (one, other) => {
  expect(fingerprint(first(one))).not.toBe(fingerprint(first(other)))
})
