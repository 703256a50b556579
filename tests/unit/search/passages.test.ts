import fc from 'fast-check'
import { expect, test } from 'vitest'
import { marked, passageOf } from '@/search/analysis/passages'

const shown = (pieces: { text: string; hit: boolean }[]) =>
  pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')

test('marks the words that were looked for, as they are written', () => {
  expect(shown(marked('Kafé, kopi; KOPI!', (word) => word === 'kopi' || word === 'kafe'))).toBe(
    '[Kafé], [kopi]; [KOPI]!',
  )
})

test('shows where most of the different words stand, cut between words', () => {
  const filler = 'kata lain yang tidak dicari di sini '.repeat(20)
  const text = `kopi ${filler}gula dan kopi (pahit). ${filler}`
  const passage = shown(passageOf(text, (word) => ['kopi', 'gula'].includes(word)))
  expect(passage).toMatch(/^…/)
  expect(passage).toContain('[gula] dan [kopi] (pahit).')
  expect(passage).toMatch(/ …$/)
  expect(passage.length).toBeLessThan(260)
})

test('a text without what was looked for shows its beginning', () => {
  expect(shown(passageOf('Pagi  di\n\nkota.', () => false))).toBe('Pagi di kota.')
})

test('marking loses no letter of any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const pieces = marked(text, (word) => word.length % 2 === 0)
      expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    }),
  )
})
