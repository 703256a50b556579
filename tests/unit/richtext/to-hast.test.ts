import { expect, test } from 'vitest'
import { toBody } from '@/markdown/read/to-body'
import { bodyToHtml } from '@/richtext/to-hast'
import {
  block,
  body,
  cell,
  heading,
  inlineBlock,
  internalLink,
  item,
  link,
  list,
  paragraph,
  quote,
  table,
  text,
} from './bodies'

const english = { locale: 'en' } as const

test('nests formats from bold outside to code inside', () => {
  expect(bodyToHtml(body(paragraph(text('x', 1 | 2 | 16))), english)).toBe(
    '<p><strong><em><code>x</code></em></strong></p>',
  )
})

test('shows strikethrough, subscript and superscript', () => {
  const nodes = paragraph(text('a', 4), text('b', 32), text('c', 64))
  expect(bodyToHtml(body(nodes), english)).toBe('<p><del>a</del><sub>b</sub><sup>c</sup></p>')
})

test('escapes what looks like markup in text', () => {
  expect(bodyToHtml(body(paragraph('<script>alert(1)</script> & more')), english)).toBe(
    '<p>&#x3C;script>alert(1)&#x3C;/script> &#x26; more</p>',
  )
})

test('leaves empty paragraphs out', () => {
  expect(bodyToHtml(body(paragraph()), english)).toBe('')
})

test('leaves out the first-level heading that repeats the title', () => {
  expect(
    bodyToHtml(body(heading('h1', 'On  tea '), paragraph('Text')), { ...english, title: 'On tea' }),
  ).toBe('<p>Text</p>')
})

test('shows every other first-level heading as one of the second', () => {
  expect(bodyToHtml(body(heading('h1', 'Coffee')), { ...english, title: 'On tea' })).toBe(
    '<h2 id="coffee">Coffee</h2>',
  )
})

test('leaves the body that it is given as it was', () => {
  const given = body(heading('h1', 'On tea'), list('bullet', item('a'), item(list('bullet', item('b')))))
  const before = structuredClone(given)
  bodyToHtml(given, { ...english, title: 'On tea' })
  expect(given).toEqual(before)
})

test('marks links that leave the site and no others', () => {
  const nodes = paragraph(link('https://example.org/a', 'out'), link('/en/blog', 'in'), link('#part', 'here'))
  expect(bodyToHtml(body(nodes), english)).toBe(
    '<p><a href="https://example.org/a" rel="noopener">out</a><a href="/en/blog">in</a><a href="#part">here</a></p>',
  )
})

test('leads an internal link to the address of its document', () => {
  const options = {
    ...english,
    hrefOf: (document: { relationTo: string; value: unknown }) => `/${document.relationTo}/${document.value}`,
  }
  expect(bodyToHtml(body(paragraph(internalLink('articles', 7, 'read'))), options)).toBe(
    '<p><a href="/articles/7">read</a></p>',
  )
})

test('shows the words of an internal link whose document no reader can open', () => {
  expect(bodyToHtml(body(paragraph(internalLink('articles', 7, 'read'))), english)).toBe('<p>read</p>')
})

test('puts a nested list into the item that it belongs to', () => {
  const nested = list('bullet', item('a'), item(list('number', item('b'))), item('c'))
  expect(bodyToHtml(body(nested), english)).toBe('<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>')
})

test('starts a numbered list where its author did', () => {
  expect(bodyToHtml(body({ ...list('number', item('a')), start: 4 }), english)).toBe(
    '<ol start="4"><li>a</li></ol>',
  )
})

test('names the state of each task in the language of the page', () => {
  const tasks = list('check', { ...item('tulis'), checked: true }, { ...item('kirim'), checked: false })
  expect(bodyToHtml(body(tasks), { locale: 'id' })).toBe(
    '<ul class="tasks"><li class="task"><input type="checkbox" disabled checked aria-label="Selesai">tulis</li>' +
      '<li class="task"><input type="checkbox" disabled aria-label="Belum selesai">kirim</li></ul>',
  )
})

test('shows a quote of one line as a paragraph, and one of paragraphs as those', () => {
  expect(bodyToHtml(body(quote('a'), quote(paragraph('b'), paragraph('c'))), english)).toBe(
    '<blockquote><p>a</p></blockquote><blockquote><p>b</p><p>c</p></blockquote>',
  )
})

test('puts each table into a scrolling region with a name of its own', () => {
  const simple = table([cell(1, 'Key'), cell(1, 'Value')], [cell(2, 'a'), cell(0, '1')])
  const html = bodyToHtml(body(simple, simple), english)
  expect(html).toContain(
    '<section class="table-scroll" tabindex="0" aria-label="Table 1, scrolls sideways"><table>' +
      '<thead><tr><th scope="col">Key</th><th scope="col">Value</th></tr></thead>' +
      '<tbody><tr><th scope="row">a</th><td>1</td></tr></tbody></table></section>',
  )
  expect(html).toContain('aria-label="Table 2, scrolls sideways"')
})

test('aligns a cell by a class', () => {
  expect(bodyToHtml(body(table([{ ...cell(0, '1'), format: 'right' }])), english)).toContain(
    '<td class="align-right">1</td>',
  )
})

test('shows code with its language, and its title as a caption', () => {
  const code = block('code', { code: 'a < b', language: 'ts', title: 'sum.ts' })
  expect(bodyToHtml(body(code), english)).toBe(
    '<figure class="code"><figcaption>sum.ts</figcaption>' +
      '<pre tabindex="0"><code class="language-ts">a &#x3C; b</code></pre></figure>',
  )
})

test('lets no language name out of its class', () => {
  const code = block('code', { code: 'x', language: '"><img src=x onerror=alert(1)>' })
  expect(bodyToHtml(body(code), english)).toBe(
    '<div class="code"><pre tabindex="0"><code class="language-imgsrcxonerroralert1">x</code></pre></div>',
  )
})

test('names a callout by its kind where it has no title', () => {
  const callout = block('admonition', { kind: 'warning', content: body(paragraph('Awas')) })
  expect(bodyToHtml(body(callout), { locale: 'id' })).toBe(
    '<aside class="admonition admonition-warning" role="note"><p class="admonition-title">Peringatan</p><p>Awas</p></aside>',
  )
})

test('links to an embed and names its frame without loading it', () => {
  const embed = block('embed', { url: 'https://youtu.be/abcdefghijk', title: 'A talk' })
  expect(bodyToHtml(body(embed), english)).toBe(
    '<figure class="embed" data-embed="https://www.youtube-nocookie.com/embed/abcdefghijk">' +
      '<a class="embed-link" href="https://youtu.be/abcdefghijk" rel="noopener">' +
      '<span class="embed-title">A talk</span><span class="embed-site">Open at youtu.be</span></a></figure>',
  )
})

test('only links to an embed of a host that we do not know', () => {
  const html = bodyToHtml(body(block('embed', { url: 'https://example.org/player' })), english)
  expect(html).toContain('<a class="embed-link" href="https://example.org/player"')
  expect(html).not.toContain('data-embed')
})

test('shows a known picture with its size and caption', () => {
  const picture = { src: '/media/a.webp', width: 800, height: 600, alt: 'From the library', caption: 'A cup' }
  const options = {
    ...english,
    pictureOf: (reference: unknown) => (reference === 'm1' ? picture : undefined),
  }
  expect(bodyToHtml(body(block('image', { picture: 'm1', alt: '' })), options)).toBe(
    '<figure class="picture"><img src="/media/a.webp" alt="From the library" width="800" height="600" loading="lazy" ' +
      'decoding="async"><figcaption>A cup</figcaption></figure>',
  )
})

test('shows the placeholder of a picture behind it', () => {
  const picture = { src: '/media/a.webp', alt: '', placeholder: 'data:image/webp;base64,UklGRg==' }
  const html = bodyToHtml(body(block('image', { picture: 'm1', alt: '' })), {
    ...english,
    pictureOf: () => picture,
  })
  expect(html).toContain('style="background-image:url(data:image/webp;base64,UklGRg==)"')
})

test('loads a picture of another site late, without a referrer and in a box of its own', () => {
  const image = block('image', { address: 'https://example.org/a.png', alt: 'A map' })
  expect(bodyToHtml(body(image), english)).toBe(
    '<figure class="picture picture-remote"><img src="https://example.org/a.png" alt="A map" loading="lazy" ' +
      'decoding="async" referrerpolicy="no-referrer" class="remote"></figure>',
  )
})

test('shows the alternative text of a picture that is missing', () => {
  const nodes = [
    block('image', { address: './gone.png', alt: 'A map' }),
    paragraph(inlineBlock('inlineImage', { address: '/img/gone.png', alt: 'a dot' })),
  ]
  expect(bodyToHtml(body(...nodes), english)).toBe(
    '<figure class="picture picture-missing"><figcaption>A map</figcaption></figure>' +
      '<p><span class="picture-missing">a dot</span></p>',
  )
})

test('numbers footnotes by their first reference and leads back from each', () => {
  const nodes = [
    block('footnoteDefinition', { label: 'b', content: body(paragraph('Second')) }),
    block('footnoteDefinition', { label: 'a', content: body(paragraph('First')) }),
    block('footnoteDefinition', { label: 'unused', content: body(paragraph('Never')) }),
    paragraph(
      inlineBlock('footnoteReference', { label: 'a' }),
      inlineBlock('footnoteReference', { label: 'B' }),
      inlineBlock('footnoteReference', { label: 'a' }),
    ),
  ]
  expect(bodyToHtml(body(...nodes), english)).toBe(
    '<p><sup><a id="user-content-fnref-1" href="#user-content-fn-1" role="doc-noteref" aria-label="Footnote 1">1</a></sup>' +
      '<sup><a id="user-content-fnref-2" href="#user-content-fn-2" role="doc-noteref" aria-label="Footnote 2">2</a></sup>' +
      '<sup><a id="user-content-fnref-1-2" href="#user-content-fn-1" role="doc-noteref" aria-label="Footnote 1">1</a></sup></p>' +
      '<section class="footnotes" role="doc-endnotes"><h2 class="footnotes-title">Footnotes</h2><ol>' +
      '<li id="user-content-fn-1"><p>First <a href="#user-content-fnref-1" role="doc-backlink" aria-label="Back to the text">↩</a></p></li>' +
      '<li id="user-content-fn-2"><p>Second <a href="#user-content-fnref-2" role="doc-backlink" aria-label="Back to the text">↩</a></p></li>' +
      '</ol></section>',
  )
})

test('shows footnotes that only footnotes refer to, also in a circle', () => {
  const refersTo = (label: string) => paragraph(inlineBlock('footnoteReference', { label }))
  const nodes = [
    refersTo('a'),
    block('footnoteDefinition', { label: 'a', content: body(refersTo('b')) }),
    block('footnoteDefinition', { label: 'b', content: body(refersTo('a')) }),
  ]
  expect(bodyToHtml(body(...nodes), english).match(/<li id="user-content-fn-\d"/g)).toHaveLength(2)
})

test('shows a footnote mark as written where nothing defines it', () => {
  expect(bodyToHtml(body(paragraph('a', inlineBlock('footnoteReference', { label: '9' }))), english)).toBe(
    '<p>a[^9]</p>',
  )
})

test('survives a body that was never written and blocks of a draft that are still empty', () => {
  const empty = (blockType: string) => ({
    type: 'block',
    version: 2,
    format: '',
    fields: { id: '1', blockType },
  })
  const slugs = ['image', 'code', 'admonition', 'embed', 'rawMdx', 'math', 'footnoteDefinition', 'unknown']
  const draft = JSON.parse(JSON.stringify(body())) as ReturnType<typeof body>
  draft.root.children = JSON.parse(JSON.stringify([...slugs.map(empty), { type: 'upload', version: 1 }]))
  expect(bodyToHtml(null, english)).toBe('')
  expect(bodyToHtml(draft, english)).toContain('This picture is missing.')
})

test('names a link that holds nothing but a picture without words by where it leads', () => {
  const read = toBody('[![](https://gambar.example/a.png)](https://jembatan.example/x)').body
  expect(bodyToHtml(read, { locale: 'id' })).toContain('aria-label="jembatan.example"')
  expect(bodyToHtml(toBody('[kata](https://jembatan.example/x)').body, { locale: 'id' })).not.toContain(
    'aria-label',
  )
})
