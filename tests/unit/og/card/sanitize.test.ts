import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longestTitle, sanitizeTitle } from '@/og/card/sanitize'
import { anyText } from '../any-text'

const graphemes = (text: string) => [...new Intl.Segmenter('und').segment(text)].length

test.each([
  ['a title as written', 'Desentralisasi AI: Sebuah Tinjauan', 'Desentralisasi AI: Sebuah Tinjauan'],
  ['space around and within', '  dua \t\n bahasa ', 'dua bahasa'],
  ['no-break and line separators', 'satu\u00a0dua\u2028tiga', 'satu dua tiga'],
  ['controls', 'a\u0000b\u0007c', 'abc'],
  ['bidi overrides and isolates', 'gnp\u202eexe\u2066x\u2069', 'gnpexex'],
  ['lone surrogates', 'a\ud800b\udc00', 'ab'],
  ['soft hyphens and byte order marks', 'ter\u00adbit\ufeff', 'terbit'],
  ['decomposed letters', 'Tie\u0302\u0301ng', 'Tiếng'],
  ['a letter and its mark with a control between', 'e\u0001\u0301', 'é'],
  ['more than four marks on a base', `x${'\u0323'.repeat(50)}y`, `x${'\u0323'.repeat(4)}y`],
  ['a joined emoji', 'Hai 👩🏽‍🚀!', 'Hai 👩🏽‍🚀!'],
  [
    'the flag of a region',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
  ],
  ['letters of a flag without one', 'a\u{e0067}\u{e007f}b', 'ab'],
  ['a joiner that joins nothing', 'a \u200d b\u200c', 'a b'],
  ['markup, as text', '<b>&amp;</b>', '<b>&amp;</b>'],
])('%s in a title: %j becomes %j', (_, raw, clean) => {
  expect(sanitizeTitle(raw)).toBe(clean)
})

test.each([
  ['nothing', ''],
  ['spaces', ' \u00a0\u3000 '],
  ['controls alone', '\u0000\u202e\u2069'],
  ['invisible letters alone', '\u3164\u115f\u200b'],
  ['marks without a base', '\u0301\u0302'],
  ['selectors alone', '\ufe0f\ufe0f'],
])('%s is no title', (_, raw) => {
  expect(sanitizeTitle(raw)).toBeUndefined()
})

test('a title of 200 graphemes stays whole', () => {
  const title = 'é'.repeat(longestTitle)
  expect(sanitizeTitle(title)).toBe(title)
})

test('one grapheme more ends the title in an ellipsis', () => {
  expect(sanitizeTitle('a'.repeat(longestTitle + 1))).toBe(`${'a'.repeat(longestTitle - 1)}…`)
})

test('no space or comma is left before the ellipsis', () => {
  expect(sanitizeTitle(`${'a'.repeat(longestTitle - 3)}, ${'b'.repeat(9)}`)).toBe(
    `${'a'.repeat(longestTitle - 3)}…`,
  )
})

test('any title becomes a bounded, well-formed line in NFC, or none', () => {
  fc.assert(
    fc.property(anyText, (raw) => {
      const title = sanitizeTitle(raw) ?? 'none'
      expect(graphemes(title)).toBeLessThanOrEqual(longestTitle)
      expect(title.length).toBeLessThanOrEqual(longestTitle * 32)
      expect(title).toBe(title.normalize('NFC').trim())
      expect(title).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]|\s\s|[^\S ]/u)
    }),
    { numRuns: 500 },
  )
})

test('a sanitized title is not changed by sanitizing it again', () => {
  fc.assert(
    fc.property(anyText, (raw) => {
      const title = sanitizeTitle(raw)
      fc.pre(title !== undefined)
      expect(sanitizeTitle(title)).toBe(title)
    }),
    { numRuns: 500 },
  )
})
