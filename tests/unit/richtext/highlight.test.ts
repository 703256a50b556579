import { expect, test } from 'vitest'
import { highlightsOf } from '@/richtext/highlight'
import { bodyToHtml } from '@/richtext/to-hast'
import { block, body } from './bodies'

async function shown(code: string, language: string, bounds?: { milliseconds: number }) {
  const written = body(block('code', { code, language }))
  return bodyToHtml(written, { locale: 'en', highlights: await highlightsOf(written, bounds) })
}

const wordsOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9A-F]+);/g, (_, code) => String.fromCodePoint(Number.parseInt(code, 16)))

test('marks the parts of code by classes, and no colours', async () => {
  expect(await shown("const a = 'b' // c", 'ts')).toBe(
    '<div class="code"><pre tabindex="0"><code class="language-ts"><span class="code-keyword">const</span> a = ' +
      '<span class="code-string">\'b\'</span> <span class="code-comment">// c</span></code></pre></div>',
  )
})

test('carries what a line has begun over to the next', async () => {
  const html = await shown('/* one\ntwo */ 3', 'js')
  expect(html).toContain('<span class="code-comment">two */</span>')
})

test.each(['a\n\n  b\t"c"\n', '\nx', '', '<script>alert(1)</script>', '&amp;\r\nend'])(
  'highlighting keeps every character of %j',
  async (code) => {
    expect(wordsOf(await shown(code, 'html'))).toBe(code)
  },
)

test.each(['klingon', '', '__proto__', 'constructor', '"><img src=x>'])(
  'code in the language %j is left plain',
  async (language) => {
    expect(await shown('const a = 1', language)).not.toContain('<span')
  },
)

test('leaves a line of data plain', async () => {
  expect(await shown('(['.repeat(2_000), 'ts')).not.toContain('<span')
})

test('leaves plain what the time of a page is not enough for, and loses none of it', async () => {
  const code = 'const a = 1\n'.repeat(500)
  const html = await shown(code, 'ts', { milliseconds: 1 })
  expect(wordsOf(html)).toBe(code)
  expect(html).toMatch(/const a = 1\n<\/code>/)
})

test('marks no more parts than a page can carry', async () => {
  const html = await shown('{"a":[1,2,3]}\n'.repeat(4_000), 'json')
  expect(html.match(/<span/g)?.length).toBeLessThan(8_000)
  expect(wordsOf(html)).toHaveLength('{"a":[1,2,3]}\n'.length * 4_000)
})

test('marks code inside of callouts too', async () => {
  const inside = body(block('code', { code: 'let a', language: 'ts' }))
  const written = body(block('admonition', { kind: 'tip', content: inside }))
  const highlights = await highlightsOf(written)
  expect(bodyToHtml(written, { locale: 'en', highlights })).toContain('<span class="code-keyword">let</span>')
})
