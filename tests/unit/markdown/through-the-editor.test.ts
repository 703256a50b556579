import { postgresAdapter } from '@payloadcms/db-postgres'
import { getEnabledNodes } from '@payloadcms/richtext-lexical'
import { $getRoot, $isElementNode, type LexicalNode } from '@payloadcms/richtext-lexical/lexical'
import { createHeadlessEditor } from '@payloadcms/richtext-lexical/lexical/headless'
import { buildConfig } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'
import { fingerprint } from '@/markdown/fingerprint'
import { toBody } from '@/markdown/read/to-body'
import { articleEditor } from '@/richtext/editor/editor'
import type { Body } from '@/richtext/nodes'
import { pairs } from './fixtures'

/** Opening and saving an article must not look like an edit, or the export would lose the author's own bytes. */
let nodes: NonNullable<Parameters<typeof createHeadlessEditor>[0]>['nodes']

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

/** Opens a body and touches every node, so that all of Lexical's transforms run. Returns what it would save. */
function opened(body: Body): Body {
  const editor = createHeadlessEditor({
    nodes,
    onError: (error) => {
      throw error
    },
  })
  editor.setEditorState(editor.parseEditorState(JSON.stringify(body)))
  editor.update(() => touch($getRoot()), { discrete: true })
  return JSON.parse(JSON.stringify(editor.getEditorState())) as Body
}

function touch(node: LexicalNode) {
  node.markDirty()
  if ($isElementNode(node)) for (const child of node.getChildren()) touch(child)
}

const fingerprints = (body: Body) => body.root.children.map(fingerprint)

describe.each(pairs)('$name', ({ name, source }) => {
  test(`${name} says the same after the editor has opened and saved it`, () => {
    const { body } = toBody(source)
    expect(fingerprints(opened(body))).toEqual(fingerprints(body))
  })
})

test('a text that needs notes on the order of its marks says the same after the editor has opened and saved it', () => {
  const { body, blocks } = toBody('**_a_** _**b**_ [**c**](/d) **[e](/f)** **g**\n**h**')
  expect(blocks.map(({ raw }) => raw)).toEqual([false])
  expect(fingerprints(opened(body))).toEqual(fingerprints(body))
})
