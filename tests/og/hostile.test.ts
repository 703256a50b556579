import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, describe, expect, test } from 'vitest'
import { parseCardRequest } from '@/og/http/request'
import { renderThread } from '@/og/store/render-thread'
import { anyText } from '../unit/og/any-text'

const thread = renderThread({ root: process.cwd() })
afterAll(() => thread.stop())

const han = String.fromCodePoint(...Array.from({ length: 10_000 }, (_, number) => 0x4e00 + number))

const hostile: [name: string, title: string][] = [
  ['a word of 8,000 letters', 'a'.repeat(8_000)],
  ['8,000 of the widest letter', 'W'.repeat(8_000)],
  ['10,000 different Han characters', han],
  ['a letter under 5,000 marks', `a${'\u0301\u0323'.repeat(2_500)}`],
  ['every letter under 20 marks', `e${'\u0308\u0304\u0329'.repeat(7)}`.repeat(300)],
  ['right-to-left overrides', '\u202egnp.exe\u202c \u2067abc'.repeat(200)],
  ['lone surrogates', 'a\ud800b\udfff'.repeat(500)],
  ['NUL and other controls', '\u0000Halo\u001b[31m\u0007'.repeat(100)],
  ['HTML and entities', '<img src=x onerror=alert(1)>&lt;&#0;</svg><style>*{display:none}</style>'],
  ['4,000 emoji', '👩🏽‍🚀🇮🇩'.repeat(1_000)],
  ['a thousand joiners', `a${'\u200d'.repeat(1_000)}b`],
  ['Devanagari without end', 'क्ष्त्र'.repeat(1_000)],
  ['2,000 words of one letter', 'i '.repeat(2_000)],
  ['hyphens alone', '-'.repeat(3_000)],
  ['a CSS value', 'url(http://127.0.0.1/x.png) {{7*7}} %s %n'],
]

const draw = async (title: string) => {
  const parsed = parseCardRequest(new URLSearchParams({ title }))
  const words = parsed.ok && parsed.request.of === 'title' ? parsed.request.title : 'Terbit'
  return (await thread.render({ kind: 'site', title: words }, { name: 'Terbit' })).png
}

describe('a hostile title', () => {
  test.each(hostile)('a hostile title, %s, is drawn within the deadline of one card', async (_, title) => {
    const png = await draw(title)
    expect(await sharp(png).metadata()).toMatchObject({ width: 1200, height: 630 })
    expect(png.byteLength).toBeLessThan(300_000)
  })

  test('any text at all is drawn as a title', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (title) => {
        const png = await draw(title)
        expect(png.byteLength).toBeGreaterThan(20_000)
        expect(png.byteLength).toBeLessThan(300_000)
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})
