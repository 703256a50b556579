import { wordsOf } from './words'

/** Raise this whenever the same article would be indexed differently, so that older entries are made again. */
export const analysisVersion = 1

/** Returns the key by which a word is looked up in its language, or undefined for a stop word. */
export type Stem = (word: string) => string | undefined

export type Indexed = {
  title: string
  description: string
  headings: string[]
  keywords: string[]
  /** The words of the body, with a blank line between blocks. */
  text: string
}

/** The weight of a word by its place, in Postgres' letters: the title weighs most, the body least. */
const weights = { title: 'A', description: 'B', headings: 'B', keywords: 'C', text: 'D' } as const

/** The distance in words between two parts, so that no phrase matches across them. */
const gap = 10

/** The highest position that Postgres keeps. */
const lastPosition = 16_383
/** The most positions that Postgres keeps for one word. */
const mostPlaces = 255

export type Entry = {
  /** Title, description and headings as a `tsvector`. Matches in it come first. */
  head: string
  /** The whole article as a `tsvector`. */
  words: string
  /** The different words. `stems` holds their keys in the same order. */
  terms: string[]
  stems: string[]
}

/** Returns every different word of an article. */
export const wordsIn = (article: Indexed): Set<string> =>
  new Set(partsOf(article).flatMap(({ text }) => wordsOf(text).map((word) => word.text)))

/**
 * Returns the index entry of an article. Each word is stored twice at its position: as its stem, and as written after
 * an equals sign. So `tulisan` finds an article with `penulis`, and `penulis` finds it with a better score.
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

/** Returns the lexeme of a word as it is written: 'penulis' -> '=penulis'. */
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

/** Lexemes hold only letters, digits and the equals sign, so nothing needs an escape. */
const vector = (places: Map<string, string[]>): string =>
  [...places].map(([lexeme, at]) => `'${lexeme}':${at.join(',')}`).join(' ')
