import { expect, test } from 'vitest'
import { EffortError } from '@/markdown/effort'
import { textOf, visit } from '@/markdown/mdast'
import { NestingError } from '@/markdown/nesting'
import { parse } from '@/markdown/read/parse'
import { toBody } from '@/markdown/read/to-body'

const types = (source: string, math = false) =>
  parse(source, { format: 'mdx', math }).root.children.map(({ type }) => type)

function inlineTypes(source: string, math = false) {
  const found: string[] = []
  visit(parse(source, { format: 'mdx', math }).root, (node, ancestors) => {
    if (ancestors.length > 1) found.push(node.type)
  })
  return found
}

test.each(['00:15:12', ':tada:', '$5 and $6', 'a::b'])('leaves %s as text', (source) => {
  expect(inlineTypes(source)).toEqual(['text'])
})

test('reads math only where the site has it', () => {
  expect(types('$$\nx^2\n$$', true)).toEqual(['math'])
  expect(types('$$\nx^2\n$$')).not.toEqual(['math'])
  expect(inlineTypes('a $x$', true)).toEqual(['text', 'inlineMath'])
})

test('keeps formulas through the body', () => {
  const { body, blocks } = toBody('$$\nx^2\n$$\n\nDan $y$.', { dialect: { format: 'mdx', math: true } })
  expect(blocks.map(({ raw }) => raw)).toEqual([false, false])
  expect(JSON.stringify(body)).toContain('"formula":"x^2"')
})

test('reads HTML comments in MDX, over several lines and within one', () => {
  expect(types('<!-- satu -->\n\n<!--\ndua\n\ntiga\n-->')).toEqual(['html', 'html'])
  expect(inlineTypes('a <!-- b --> c')).toEqual(['text', 'html', 'text'])
})

test('leaves a comment within code alone', () => {
  const [paragraph, fenced] = parse('`<!-- a -->`\n\n```html\n<!-- b -->\n```').root.children
  expect([paragraph, fenced].map((node) => node && textOf(node))).toEqual(['<!-- a -->', '<!-- b -->'])
})

test('takes the id of a heading out of its words', () => {
  const [heading] = parse('## Jam buka {#jam}').root.children
  expect(heading).toMatchObject({ data: { anchor: 'jam' }, children: [{ value: 'Jam buka' }] })
})

test('falls back to CommonMark, and says in which line MDX failed', () => {
  const { dialect, warnings } = parse('Satu.\n\nHarga {5 rupiah')
  expect(dialect.format).toBe('commonmark')
  expect(warnings).toMatchObject([{ code: 'mdx-refused', line: 3 }])
})

test('gives blocks their place in a source with CR LF', () => {
  const source = 'satu\r\n\r\ndua tiga\r\n\r\n- empat\r\n- lima\r\n'
  expect(toBody(source).blocks.map(({ start, end }) => source.slice(start, end))).toEqual([
    'satu',
    'dua tiga',
    '- empat\r\n- lima',
  ])
})

test.each([
  ['quotes', '> '.repeat(101)],
  ['lists', '- '.repeat(101)],
  ['admonitions', ':::note\n'.repeat(101)],
  ['elements', `${'<a>'.repeat(101)}x${'</a>'.repeat(101)}`],
])('refuses %s that nest deeper than 100', (_, source) => {
  expect(() => parse(source)).toThrow(NestingError)
})

test.each([
  ['stars', '*a_ '.repeat(5_000)],
  ['brackets', '[a]('.repeat(5_000)],
  ['tags', '<a>'.repeat(5_000)],
  ['footnotes', '[^a]'.repeat(5_000)],
  ['columns', `${'|a'.repeat(5_000)}|\n${'|-'.repeat(5_000)}|`],
  ['lines', 'a\n\n'.repeat(20_000)],
])('refuses %s that would keep the parser busy', (_, source) => {
  expect(() => parse(source)).toThrow(EffortError)
})

test('takes a long article of many small paragraphs', () => {
  const source = Array.from({ length: 2_000 }, (_, line) => `Baris **${line}** dengan [tautan](/x_${line}).`)
  expect(parse(source.join('\n\n')).root.children).toHaveLength(2_000)
})

test('counts what stands in code as no effort', () => {
  expect(types(`\`\`\`\n${'*a_ '.repeat(5_000)}\n\`\`\``)).toEqual(['code'])
})
