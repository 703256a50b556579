import { describe, expect, test } from 'vitest'
import type { ExportArticle } from '@/docusaurus/export/plan/export-plan'
import type { LexicalNode } from '@/richtext/nodes'
import { filesAfter, importedFrom } from '../import/imported'
import { en, filesOf, post } from '../site'

/** The body of a file after its blocks were changed. */
function bodyAfter(body: string, change: (nodes: readonly LexicalNode[]) => readonly LexicalNode[]): string {
  const imported = importedFrom(filesOf({ [en('a')]: `${post('title: A', '').trimEnd()}\n${body}` }))
  const files = filesAfter(imported, 0, (article: ExportArticle) => {
    const { en: text } = article.texts
    return text ? { ...article, texts: { en: { ...text, nodes: change(text.nodes) } } } : article
  })
  return (files.get(en('a')) ?? '').split('---\n').slice(2).join('---\n')
}

const replacing = (from: string, to: string) => (nodes: readonly LexicalNode[]) =>
  JSON.parse(JSON.stringify(nodes).replaceAll(from, to)) as LexicalNode[]

describe('an edited block', () => {
  test.each([
    ['\n## Head\nwords\n\n\n\n* last', 'words', 'others'],
    ['words\n\n- a\n- b\n\n* c\n', 'words', 'others'],
    ['\r\nfirst\r\n\r\nwords  \r\nmore\r\n', 'words', 'others'],
    ['\n   words\n   more\n\n    code\n', 'code', 'other'],
  ])('an edited block in %j leaves what stands around it', (body, from, to) => {
    const written = bodyAfter(body, replacing(from, to))
    expect(written.replace(/ {2}\r|\\\r/, '').replace(/^ +/gm, '')).toContain(to)
    const [before = '', behind = ''] = body.split(new RegExp(`[ ]*${from}[^\\n]*`))
    expect(written.startsWith(before)).toBe(true)
    expect(written.trimEnd().endsWith(behind.trimEnd().split('\n').at(-1) ?? '')).toBe(true)
  })
})

test('a list that comes to stand beside another does not become one with it', () => {
  const written = bodyAfter('\n- a\n\nbetween\n\n- b\n', ([first, , last]) => [first, last] as LexicalNode[])
  expect(written).toBe('\n- a\n\n* b\n')
})

test('words that are typed before a bare address do not swallow it', () => {
  const written = bodyAfter('\nsee https://example.org now\n\nother\n', replacing('"see "', '"see x"'))
  expect(written).toBe('\nsee x[https://example.org](https://example.org) now\n\nother\n')
})

test('an empty line at the end of the editor is none in the file', () => {
  const empty = { type: 'paragraph', version: 1, children: [] } as unknown as LexicalNode
  expect(bodyAfter('\nwords\n', (nodes) => [...nodes, empty])).toBe('\nwords\n')
})

test('words that are typed up against an emphasis leave it one, without references to characters', () => {
  const written = bodyAfter('\nsay _if_ you\n', replacing('"say "', '"say x"'))
  expect(written).toBe('\nsay x*if* you\n')
})
