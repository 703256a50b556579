import fc from 'fast-check'
import { fromHtml } from 'hast-util-from-html'
import { expect, test } from 'vitest'
import { bodyToHtml } from '@/richtext/to-hast'
import { block, body, heading, inlineBlock, link, paragraph } from './bodies'

const english = { locale: 'en' } as const
const raw = (source: string) => bodyToHtml(body(block('rawMdx', { source })), english)
const note = '<p class="raw-note">This part of the article cannot be shown here.</p>'

const hostileAddresses = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  '  javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  'javascript\u200b:alert(1)',
  '\u00a0javascript:alert(1)',
  'javascript&colon;alert(1):',
  'data:text/html,<script>alert(1)</script>',
  'DATA:text/html;base64,PHNjcmlwdD4=',
  'vbscript:msgbox(1)',
  'file:///etc/passwd',
  'blob:https://example.org/x',
  'view-source:https://example.org',
  'intent://x#Intent;end',
]

test.each(hostileAddresses)('shows the words of a link to %j and no link', (url) => {
  expect(bodyToHtml(body(paragraph(link(url, 'words'))), english)).toBe('<p>words</p>')
})

test.each(hostileAddresses)('neither shows nor links an embed of %j', (url) => {
  expect(bodyToHtml(body(block('embed', { url })), english)).toBe(note)
})

test.each(hostileAddresses)('loads no picture from %j', (address) => {
  const html = bodyToHtml(body(block('image', { address, alt: 'a' })), english)
  expect(html).toBe('<figure class="picture picture-missing"><figcaption>a</figcaption></figure>')
})

test('reads a scheme behind a character entity in raw HTML as the browser does', () => {
  expect(raw('<div><a href="&#106;avascript:alert(1)">words</a></div>')).toBe('<div>words</div>')
  expect(raw('<div><a href="java&Tab;script:alert(1)">words</a></div>')).toBe('<div>words</div>')
})

test.each([
  '<svg onload="alert(1)"><path/></svg>',
  '<math><mtext><img src=x onerror=alert(1)></mtext></math>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe src="https://evil.example/embed"></iframe>',
  '<object data="x.swf"></object>',
  '<form action="https://evil.example"><input name="password"></form>',
  '<Tabs items={["a"]} />',
  'just *Markdown* that no form fits',
  '| a | b <br/> |',
])('leaves a quiet note for %s', (source) => {
  expect(raw(source)).toBe(note)
})

test.each([
  '<script>alert(1)</script>',
  '<style>body{display:none}</style>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<base href="https://evil.example">',
  '<!-- truncate -->',
  '{/* a comment */}',
  '[label]: https://example.org "Title"',
  "import Tabs from '@theme/Tabs'",
])('leaves nothing behind of %s', (source) => {
  expect(raw(source)).toBe('')
})

test('shows raw Markdown by its parts where it can be read as a body', () => {
  const bodyOf = (markdown: string) => body(heading('h1', 'Part'), paragraph(markdown))
  const source = '> | a |\n> | - |'
  expect(bodyToHtml(body(block('rawMdx', { source })), { ...english, bodyOf })).toBe(
    '<blockquote><h2>Part</h2><p>| a |\n| - |</p></blockquote>',
  )
})

test('leaves a note for raw Markdown whose parts are raw as well', () => {
  const bodyOf = (source: string) => body(block('rawMdx', { source }))
  expect(bodyToHtml(body(block('rawMdx', { source: 'a | b' })), { ...english, bodyOf })).toBe(note)
})

test('keeps a raw image and drops its handlers, styles, names and source sets', () => {
  const source =
    '<img src="https://example.org/a.png" alt="A map" id="body" name="cookie" onerror="alert(1)" ' +
    'style={{ position: "fixed" }} srcset="https://evil.example/x 2x" className="rounded"/>'
  expect(raw(source)).toBe(
    '<img src="https://example.org/a.png" alt="A map" loading="lazy" decoding="async" ' +
      'referrerpolicy="no-referrer" class="remote">',
  )
})

test('keeps details with their words, and closes what JSX closed by itself', () => {
  expect(raw('<details open><summary>More</summary><div/><b onclick="x()">bold</b></details>')).toBe(
    '<details open><summary>More</summary><div></div><b>bold</b></details>',
  )
})

test('turns a frame of a known host into a link that loads nothing by itself', () => {
  const source =
    '<div style={{ position: "relative" }}>\n<iframe src="https://www.youtube.com/embed/abcdefghijk" width={480} ' +
    'allowFullScreen title="A talk" />\n</div>'
  const html = raw(source)
  expect(html).toContain('data-embed="https://www.youtube-nocookie.com/embed/abcdefghijk"')
  expect(html).toContain(
    '<a class="embed-link" href="https://www.youtube.com/embed/abcdefghijk" rel="noopener">',
  )
  expect(html).not.toContain('<iframe')
  expect(html).not.toContain('style')
})

test('shows inline raw breaks and marks in their line', () => {
  const nodes = paragraph(
    'a',
    inlineBlock('inlineRaw', { source: '<br/>' }),
    inlineBlock('inlineRaw', { source: '<kbd id="x">Ctrl</kbd>' }),
    inlineBlock('inlineRaw', { source: '{/* quiet */}' }),
  )
  expect(bodyToHtml(body(nodes), english)).toBe('<p>a<br><kbd>Ctrl</kbd></p>')
})

test('keeps quotes in headings and link titles inside of their attributes', () => {
  const titled = link('https://example.org/"onmouseover="x', 'words')
  titled.fields.title = '"><script>alert(1)</script>'
  const html = bodyToHtml(body(heading('h2', '"><img src=x>'), paragraph(titled)), english)
  const tree = JSON.stringify(fromHtml(html, { fragment: true }))
  expect(tree).not.toMatch(/"tagName":"(?:script|img)"|onmouseover":/i)
})

test('prints no element, handler or scheme outside of the allowlist, whatever raw MDX says', () => {
  const piece = fc.constantFrom(
    ...[
      '<',
      '>',
      '"',
      "'",
      '/',
      '{',
      '}',
      '=',
      ' ',
      '\n',
      '<!--',
      '-->',
      '{/*',
      '*/}',
      '<svg ',
      '<script>',
      '</script>',
    ],
    ...[
      '<style>',
      '<img ',
      'src=',
      'onerror=',
      'alert(1)',
      'javascript:',
      '<a href=',
      '<iframe src=',
      'srcdoc=',
      '<math>',
    ],
    ...[
      '<div',
      '<template>',
      '<noscript>',
      '<p title=',
      '<textarea>',
      '<title>',
      '<mglyph>',
      '<form',
      'id=x',
      '`',
      '&lt;',
    ],
  )
  const allowed =
    /^(?:div|details|summary|p|blockquote|figure|figcaption|ul|ol|li|pre|code|br|hr|strong|b|em|i|u|s|del|ins|sub|sup|kbd|mark|small|span|abbr|table|thead|tbody|tfoot|tr|th|td|caption|center|a|img)$/
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const html = raw(pieces.join(''))
      visit(fromHtml(html, { fragment: true }), (tagName, attributes) => {
        expect(tagName).toMatch(allowed)
        for (const [name, value] of Object.entries(attributes)) {
          expect(name).not.toMatch(/^(?:on|style|id|name|srcDoc|action|formAction)/i)
          expect(String(value)).not.toMatch(/^\s*(?:javascript|data|vbscript):/i)
        }
      })
    }),
    { numRuns: 1000 },
  )
})

type Visited = { type: string; tagName?: string; properties?: Record<string, unknown>; children?: unknown[] }

function visit(node: unknown, seen: (tagName: string, attributes: Record<string, unknown>) => void) {
  const { tagName, properties, children } = node as Visited
  if (tagName) seen(tagName, properties ?? {})
  for (const child of children ?? []) visit(child, seen)
}
