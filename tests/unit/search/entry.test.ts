import { expect, test } from 'vitest'
import { entryOf } from '@/search/analysis/entry'

const article = { title: 'Kopi pagi', description: '', headings: [], keywords: [], text: 'kopi lagi' }

test('a word stands in the index by its stem and as it is written, weighed by where it stands', () => {
  const { head, words } = entryOf(article, (word) => (word === 'lagi' ? undefined : `${word}s`))
  expect(head).toBe("'kopis':1A '=kopi':1A 'pagis':2A '=pagi':2A")
  expect(words).toBe("'kopis':1A,23D '=kopi':1A,23D 'pagis':2A '=pagi':2A")
})

test('a text of any length keeps within what Postgres holds', () => {
  const { words } = entryOf({ ...article, text: 'kata '.repeat(40_000) }, (word) => word)
  const places = /'kata':([^ ]+)/.exec(words)?.[1]?.split(',') ?? []
  expect(places).toHaveLength(255)
  expect(Math.max(...places.map((place) => Number.parseInt(place, 10)))).toBeLessThan(16_384)
})
