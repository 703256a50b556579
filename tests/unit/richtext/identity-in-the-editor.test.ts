import { postgresAdapter } from '@payloadcms/db-postgres'
import { getEnabledNodes } from '@payloadcms/richtext-lexical'
import {
  $getRoot,
  $isElementNode,
  $parseSerializedNode,
  type ElementNode,
} from '@payloadcms/richtext-lexical/lexical'
import { createHeadlessEditor } from '@payloadcms/richtext-lexical/lexical/headless'
import { $createHeadingNode } from '@payloadcms/richtext-lexical/lexical/rich-text'
import { $setBlocksType } from '@payloadcms/richtext-lexical/lexical/selection'
import { buildConfig } from 'payload'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { childrenOf } from '@/richtext/children'
import { articleEditor } from '@/richtext/editor/editor'
import { blockIdOf, everyBlock } from '@/richtext/identity/identified-blocks'
import { withBlockIds } from '@/richtext/identity/identity'
import type { Body } from '@/richtext/nodes'
import { block, body, cell, heading, item, list, paragraph, quote, table } from './bodies'

/**
 * Shows what Lexical and the node classes of Payload's editor do to block ids, without a browser. docs/decisions/030
 * rests on these facts. When a new version breaks one of them, review that decision.
 */
const scope = 'article'

type Editor = ReturnType<typeof createHeadlessEditor>
let nodes: NonNullable<Parameters<typeof createHeadlessEditor>[0]>['nodes']
let editor: Editor

beforeAll(async () => {
  const config = await buildConfig({
    secret: 'test',
    telemetry: false,
    db: postgresAdapter({ pool: {} }),
    collections: [
      { slug: 'articles', fields: [{ name: 'body', type: 'richText', editor: articleEditor }] },
      { slug: 'projects', fields: [] },
      { slug: 'media', upload: true, fields: [] },
    ],
  })
  const field = config.collections[0]?.flattenedFields.find(({ name }) => name === 'body')
  const adapter = field?.type === 'richText' ? field.editor : undefined
  if (!adapter || !('editorConfig' in adapter)) throw new Error('Expected the sanitized editor of a body.')
  nodes = getEnabledNodes({ editorConfig: adapter.editorConfig as never })
})

beforeEach(() => {
  editor = createHeadlessEditor({
    nodes,
    onError: (error) => {
      throw error
    },
  })
})

const load = (given: Body) => editor.setEditorState(editor.parseEditorState(JSON.stringify(given)))
const saved = () => JSON.parse(JSON.stringify(editor.getEditorState())) as Body
const change = (act: () => void) => editor.update(act, { discrete: true })
const topIds = ({ root }: Body) => root.children.map(blockIdOf)
const allIds = ({ root }: Body) => everyBlock(root.children).map(blockIdOf)
const idsByType = ({ root }: Body) => everyBlock(root.children).map((node) => [node.type, blockIdOf(node)])

function elementAt(index: number): ElementNode {
  const node = $getRoot().getChildAtIndex(index)
  if (!$isElementNode(node)) throw new Error(`Expected an element at ${index}, got ${node?.getType()}.`)
  return node
}

function caretIn(line: ElementNode, offset: number) {
  const selection = line.select()
  const key = line.getFirstChildOrThrow().getKey()
  selection.anchor.set(key, offset, 'text')
  selection.focus.set(key, offset, 'text')
  return selection
}

const firstItem = () => elementAt(0).getFirstChildOrThrow<ElementNode>()

const pressReturn = (index: number, offset: number) => caretIn(elementAt(index), offset).insertParagraph()

test('keeps the ids of text, lists, quotes and tables when a body is opened and saved', () => {
  const given = withBlockIds({
    body: body(
      heading('h2', 'a'),
      paragraph('b'),
      quote('c'),
      list('check', item('d'), item(list('number', item('e')))),
      table([cell(1, 'f'), cell(0, 'g')]),
    ),
    scope,
  })
  load(given)
  expect(idsByType(saved())).toEqual(idsByType(given))
})

test('loses the ids of form blocks and rules, which the server restores by row and by content', () => {
  const given = withBlockIds({
    body: body(
      block('code', { code: 'a' }, 'row-1'),
      { type: 'horizontalrule', version: 1 },
      block('admonition', { kind: 'note', content: body(paragraph('b')) }, 'row-2'),
    ),
    scope,
  })
  load(given)
  expect(topIds(saved())).toEqual([undefined, undefined, undefined])
  expect(idsByType(withBlockIds({ body: saved(), previous: given, scope }))).toEqual(idsByType(given))
})

test('splits a paragraph into one with the id and one without', () => {
  const given = withBlockIds({ body: body(paragraph('before after')), scope })
  load(given)
  change(() => pressReturn(0, 6))
  expect(topIds(saved())).toEqual([...topIds(given), undefined])
})

test('leaves the id on the empty line above, from where the server brings it back to the words', () => {
  const given = withBlockIds({ body: body(paragraph('words')), scope })
  load(given)
  change(() => pressReturn(0, 0))
  expect(saved().root.children.map((node) => [childrenOf(node).length, blockIdOf(node)])).toEqual([
    [0, ...topIds(given)],
    [1, undefined],
  ])
  expect(topIds(withBlockIds({ body: saved(), previous: given, scope }))[1]).toBe(topIds(given)[0])
})

test('repeats the id of a list item that is split, of which the server keeps the first', () => {
  const given = withBlockIds({ body: body(list('bullet', item('a b'))), scope })
  load(given)
  change(() => caretIn(firstItem(), 2).insertParagraph())
  const [wholeList, whole] = allIds(given)
  expect(allIds(saved())).toEqual([wholeList, whole, whole])
  const [, first, second] = allIds(withBlockIds({ body: saved(), previous: given, scope }))
  expect(first).toBe(whole)
  expect(second).not.toBe(whole)
})

test('leaves the id with the words of an item when an empty one is made above it', () => {
  const given = withBlockIds({ body: body(list('bullet', item('words'))), scope })
  load(given)
  change(() => caretIn(firstItem(), 0).insertParagraph())
  expect(allIds(withBlockIds({ body: saved(), previous: given, scope }))[2]).toBe(allIds(given)[1])
})

test('repeats the id of a block that is pasted as Lexical nodes, of which the server keeps the first', () => {
  const given = withBlockIds({ body: body(paragraph('a'), paragraph('b')), scope })
  load(given)
  change(() => {
    // The clipboard does this with application/x-lexical-editor.
    const clipboard = JSON.stringify(given.root.children[0])
    $getRoot().append($parseSerializedNode(JSON.parse(clipboard)))
  })
  const [a, b] = topIds(given)
  expect(topIds(saved())).toEqual([a, b, a])
  const [first, second, third] = topIds(withBlockIds({ body: saved(), previous: given, scope }))
  expect([first, second]).toEqual([a, b])
  expect(third).not.toBe(a)
})

test('brings the ids back with the state that an undo restores', () => {
  const given = withBlockIds({ body: body(paragraph('a'), paragraph('b')), scope })
  load(given)
  const before = editor.getEditorState()
  change(() => elementAt(0).remove())
  editor.setEditorState(before)
  expect(topIds(saved())).toEqual(topIds(given))
})

test('loses the id of a paragraph that is made a heading, which the server restores by its place', () => {
  const given = withBlockIds({ body: body(paragraph('a'), paragraph('b')), scope })
  load(given)
  change(() => $setBlocksType(elementAt(0).select(), () => $createHeadingNode('h2')))
  expect(topIds(saved())).toEqual([undefined, topIds(given)[1]])
  expect(topIds(withBlockIds({ body: saved(), previous: given, scope }))).toEqual(topIds(given))
})
