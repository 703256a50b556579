import { wordsOf } from './words'

/** Raised whenever the same article would be indexed otherwise: older entries are made anew. */
export const analysisVersion = 1

/** What a word is looked up by in its language; undefined for a word that says nothing. */
export type Stem = (word: string) => string | undefined

export type Indexed = {
  title: string
  description: string
  headings: string[]
  keywords: string[]
  /** The words of the body, blocks parted by blank lines. */
  text: string
}

/** How much a word weighs by where it stands, as Postgres names it: the title the most, the body the least. */
const weights = { title: 'A', description: 'B', headings: 'B', keywords: 'C', text: 'D' } as const

/** Two parts are so many words apart, that no phrase reaches from one into the next. */
const gap = 10

/** Postgres keeps no higher position. */
const lastPosition = 16_383
/** Nor more places of one word. */
const mostPlaces = 255

export type Entry = {
  /** Title, description and headings as a `tsvector`, for what is found there comes first. */
  head: string
  /** Everything. */
  words: string
  /** Each different word, and what it is looked up by, in the same order. */
  terms: string[]
  stems: string[]
}

/** Every different word of an article. */
export const wordsIn = (article: Indexed): Set<string> =>
  new Set(partsOf(article).flatMap(({ text }) => wordsOf(text).map((word) => word.text)))

/**
 * An article as the index holds it. Each word stands there twice at its place: by its stem, and as it is written behind
 * an equals sign, so that `penulis` is found by `tulisan`, and still better by `penulis`.
 */
export function entryOf(article: Indexed, stem: Stem): Entry {
  const head = new Map<string, string[]>()
  const words = new Map<string, string[]>()
  const terms = new Map<string, string>()
  let offset = 1
  for (const { text, weight } of partsOf(article)) {
    const found = wordsOf(text)
    for (const { text: word, position } of found) {
      const root = word && stem(word)
      if (!root) continue
      terms.set(word, root)
      const place = `${Math.min(offset + position, lastPosition)}${weight}`
      for (const lexeme of [root, exactly(word)]) {
        put(words, lexeme, place)
        if (weight !== 'C' && weight !== 'D') put(head, lexeme, place)
      }
    }
    offset += found.length + gap
  }
  return { head: vector(head), words: vector(words), terms: [...terms.keys()], stems: [...terms.values()] }
}

/** The lexeme of a word as it is written. */
export const exactly = (word: string): string => `=${word}`

function partsOf(article: Indexed) {
  return (Object.keys(weights) as (keyof typeof weights)[]).flatMap((name) =>
    [article[name]].flat().map((text) => ({ text, weight: weights[name] })),
  )
}

function put(vector: Map<string, string[]>, lexeme: string, place: string): void {
  const places = vector.get(lexeme) ?? []
  if (places.length < mostPlaces) places.push(place)
  vector.set(lexeme, places)
}

/** Lexemes are letters, digits and the equals sign: nothing in them needs an escape. */
const vector = (places: Map<string, string[]>): string =>
  [...places].map(([lexeme, at]) => `'${lexeme}':${at.join(',')}`).join(' ')
