import { expect, test } from 'vitest'
import { bodyToHtml } from '@/richtext/to-hast'
import { block, body, inlineBlock, paragraph } from './bodies'

const english = { locale: 'en' } as const
const displayed = (formula: string) => bodyToHtml(body(block('math', { formula })), english)
const asWritten = (formula: string) => `<p><code class="math math-display">${formula}</code></p>`

test('sets a formula as MathML that carries its source, in a region with a name that scrolls', () => {
  const html = displayed(String.raw`\frac{a}{2}`)
  expect(html).toMatch(
    /^<div class="formula" role="group" tabindex="0" aria-label="Formula"><math [^>]*display="block">/,
  )
  expect(html).toContain('<mfrac><mi>a</mi><mn>2</mn></mfrac>')
  expect(html).toContain(String.raw`<annotation encoding="application/x-tex">\frac{a}{2}</annotation>`)
})

test('sets a formula of a sentence in its line', () => {
  const html = bodyToHtml(body(paragraph('for ', inlineBlock('inlineMath', { formula: 'x' }))), english)
  expect(html).toMatch(/^<p>for <math xmlns="[^"]*"><semantics>.*<\/math><\/p>$/)
})

test('gives a feed the source of a formula, which more of its readers can show', () => {
  const nodes = [block('math', { formula: 'a<b' }), paragraph(inlineBlock('inlineMath', { formula: 'x' }))]
  expect(bodyToHtml(body(...nodes), { ...english, forFeed: true })).toBe(
    '<p><code class="math math-display">a&#x3C;b</code></p><p><code class="math math-inline">x</code></p>',
  )
})

test.each([
  String.raw`\unknown{x}`,
  String.raw`\frac{a`,
  String.raw`\href{javascript:alert(1)}{x}`,
  String.raw`\includegraphics{https://evil.example/x.png}`,
  String.raw`\htmlStyle{position:fixed}{x}`,
  String.raw`\def\a{\a\a}\a`,
  '\\sqrt{'.repeat(600) + '}'.repeat(600),
  'x+'.repeat(3_000),
])('shows %.30s as it was written', (formula) => {
  expect(displayed(formula)).toBe(asWritten(formula))
})

test('makes markup in a formula text', () => {
  expect(displayed(String.raw`\text{<img src=x onerror=alert(1)>}`)).not.toContain('<img')
})

test('sets no more formulas than a page can carry, and shows the source of the rest', () => {
  const many = Array.from({ length: 12 }, () => block('math', { formula: 'x'.repeat(2_000) }))
  const html = bodyToHtml(body(...many), english)
  expect(html.match(/<math /g)).toHaveLength(10)
  expect(html.match(/<code class="math/g)).toHaveLength(2)
})
