import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clausesOf } from '@/search/analysis/question'

const asked = (text: string) =>
  clausesOf(text).map(({ words, quoted, excluded, unfinished }) =>
    [excluded ? '-' : '', quoted ? `"${words.join(' ')}"` : words.join('+'), unfinished ? '…' : ''].join(''),
  )

test.each([
  ['kota pagi', ['kota', 'pagi…']],
  ['kota pagi ', ['kota', 'pagi']],
  ['"kota pagi" angkot', ['"kota pagi"', 'angkot…']],
  ['kota -angkot', ['kota', '-angkot']],
  ['kota -"naik angkot"', ['kota', '-"naik angkot"']],
  ['kupu-kupu io.net', ['kupu', 'kupu', 'io', 'net…']],
  ['"belum ditutup', ['"belum ditutup"']],
  ['É ﬁle', ['e', 'file…']],
  ['- " " -- !?', []],
])('the question %j is read as the clauses %j', (text, clauses) => {
  expect(asked(text)).toEqual(clauses)
})

test('any text is a question of at most sixteen words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const words = clausesOf(text).flatMap((clause) => clause.words)
      expect(words.length).toBeLessThanOrEqual(16)
      for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}]{1,64}$/u)
    }),
  )
})
