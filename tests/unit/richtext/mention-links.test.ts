import { expect, test } from 'vitest'
import { blockIdOf, everyBlock } from '@/richtext/identity/identified-blocks'
import { withBlockIds } from '@/richtext/identity/identity'
import { withMentionLinks } from '@/richtext/mention-links'
import type { LexicalNode } from '@/richtext/nodes'
import { bodyToHtml } from '@/richtext/to-hast'
import { block, body, heading, item, link, list, paragraph, text } from './bodies'

/** Renders a body in which the database has a mention of both projects for every block. */
function html(...nodes: LexicalNode[]): string {
  const given = withBlockIds({ body: body(...nodes), scope: 'scope' })
  const links = everyBlock(given.root.children).flatMap((node) =>
    ['Morpheus', 'Morpheus AI'].map((name) => ({
      blockId: blockIdOf(node) ?? '',
      text: name,
      href: `/en/projects/${slugOf(name)}`,
      slug: slugOf(name),
    })),
  )
  return bodyToHtml(withMentionLinks(given, links), { locale: 'en' })
}

const slugOf = (name: string) => name.toLowerCase().replace(' ', '-')

const shown = (slug: string, words: string, first = true) =>
  `<a href="/en/projects/${slug}" class="mention" data-card="project:${slug}"${first ? ` id="mention:${slug}"` : ''}>${words}</a>`

test('the first mention in a block is a link, and the first in the article can be linked to', () => {
  expect(html(paragraph('Morpheus and Morpheus.'), paragraph('Morpheus again.'))).toBe(
    `<p>${shown('morpheus', 'Morpheus')} and Morpheus.</p><p>${shown('morpheus', 'Morpheus', false)} again.</p>`,
  )
})

test('the longer of two names is linked, whichever comes first', () => {
  expect(html(paragraph('Morpheus AI, then Morpheus.'))).toBe(
    `<p>${shown('morpheus-ai', 'Morpheus AI')}, then ${shown('morpheus', 'Morpheus')}.</p>`,
  )
})

test('a link keeps the marks of its words', () => {
  expect(html(list('bullet', item(text('Morpheus:', 1), text(' a market.'))))).toBe(
    `<ul><li>${shown('morpheus', '<strong>Morpheus</strong>')}<strong>:</strong> a market.</li></ul>`,
  )
})

test('words inside a callout are linked', () => {
  expect(
    html(block('admonition', { kind: 'note', title: 'Note', content: body(paragraph('Morpheus')) })),
  ).toContain(shown('morpheus', 'Morpheus'))
})

test.each([
  ['a heading', heading('h2', 'Morpheus'), '<h2 id="morpheus">Morpheus</h2>'],
  ['a link', paragraph(link('/en/blog', 'Morpheus')), '<p><a href="/en/blog">Morpheus</a></p>'],
  ['code', paragraph(text('Morpheus', 16)), '<p><code>Morpheus</code></p>'],
  ['a part of a word', paragraph('Metamorpheus Morpheuses'), '<p>Metamorpheus Morpheuses</p>'],
] as const)('%s gets no link to a project', (_, node, expected) => {
  expect(html(node)).toBe(expected)
})

test('the body that is given stays as it was', () => {
  const given = withBlockIds({ body: body(paragraph('Morpheus')), scope: 'scope' })
  const before = structuredClone(given)
  const blockId = blockIdOf(given.root.children[0] as LexicalNode) ?? ''
  withMentionLinks(given, [{ blockId, text: 'Morpheus', href: '/', slug: 'morpheus' }])
  expect(given).toEqual(before)
})
