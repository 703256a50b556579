import fc from 'fast-check'
import { expect, test } from 'vitest'
import { marked, passageOf } from '@/search/analysis/passages'
import { wordsOf } from '@/search/analysis/words'

const shown = (pieces: { text: string; hit: boolean }[]) =>
  pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')

test('marks the words that were looked for, as they are written', () => {
  expect(shown(marked('Kafé, kopi; KOPI!', new Set(['kopi', 'kafe'])))).toBe('[Kafé], [kopi]; [KOPI]!')
})

test('shows where most of the different words stand, cut between words', () => {
  const filler = 'kata lain yang tidak dicari di sini '.repeat(20)
  const text = `kopi ${filler}gula dan kopi (pahit). ${filler}`
  const passage = shown(passageOf(text, new Set(['kopi', 'gula'])))
  expect(passage).toMatch(/^…/)
  expect(passage).toContain('[gula] dan [kopi] (pahit).')
  expect(passage).toMatch(/ …$/)
  expect(passage.length).toBeLessThan(260)
})

test('a text without what was looked for shows its beginning', () => {
  expect(shown(passageOf('Pagi  di\n\nkota.', new Set()))).toBe('Pagi di kota.')
})

/** Texts of few letters, so that words often match: with and without letters that differ from their lookup form. */
const letters = fc.string({
  unit: fc.constantFrom('a', 'B', '1', 'é', 'e', '\u0301', ' ', '-', '’', '\n', '😀'),
  maxLength: 400,
})
const plainLetters = fc.string({
  unit: fc.constantFrom('a', 'B', '1', ' ', '-', '’', '_', '\n'),
  maxLength: 400,
})
const words = fc
  .uniqueArray(fc.constantFrom('a', 'b', 'ab', 'aa', '1', 'a1', 'e', 'ae'))
  .map((some) => new Set<string>(some))

test('marking loses no letter of any text, and marks each word that is wanted', () => {
  fc.assert(
    fc.property(fc.oneof(letters, plainLetters, fc.string({ unit: 'binary' })), words, (text, wanted) => {
      const pieces = marked(text, wanted)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      const hits = pieces
        .filter(({ hit }) => hit)
        .flatMap((piece) => wordsOf(piece.text).map((word) => word.text))
      expect(hits).toEqual(wordsOf(text).flatMap((word) => (wanted.has(word.text) ? [word.text] : [])))
    }),
  )
})

test('a passage is short, and cuts no character in two', () => {
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 20 }), words, (texts, wanted) => {
      const passage = passageOf(texts.join(''), wanted)
      const written = passage.map(({ text }) => text).join('')
      expect(written.length).toBeLessThanOrEqual(220 + 3 * 64)
      expect(written).not.toMatch(/\p{Cs}/u)
      if (marked(texts.join(''), wanted).some(({ hit }) => hit))
        expect(passage.some(({ hit }) => hit)).toBe(true)
    }),
  )
})
