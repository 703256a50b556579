import { wordsOf } from './words'

/** What a reader looks for: every clause is wanted but those with a minus before them. */
export type Clause = {
  /** A word, or several that must stand side by side. */
  words: string[]
  /** Whether the words were quoted, and must stand there as they were typed. */
  quoted: boolean
  excluded: boolean
  /** Whether more letters may follow: the last word, with nothing behind it. */
  unfinished: boolean
}

export const longestQuestion = 200
const mostWords = 16

/**
 * Reads what was typed: words, "phrases", and -exclusions. Everything is a question: what has no meaning has no clause.
 */
export function clausesOf(text: string): Clause[] {
  const typed = text.slice(0, longestQuestion)
  const clauses: Clause[] = []
  let room = mostWords
  for (const [piece, minus, phrase, word = ''] of typed.matchAll(
    /(?<![^\s"])(-?)(?:"([^"]*)"?|([^\s"]+))/gu,
  )) {
    const words = wordsOf(phrase ?? word)
      .map((one) => one.text)
      .filter(Boolean)
      .slice(0, room)
    room -= words.length
    const excluded = minus === '-'
    // A word with a hyphen or a dot in it is several; only quotes and exclusions keep them together.
    const together = phrase !== undefined || excluded ? [words] : words.map((one) => [one])
    for (const some of together.filter(({ length }) => length > 0))
      clauses.push({ words: some, quoted: phrase !== undefined, excluded, unfinished: false })
    const last = clauses.at(-1)
    if (last && phrase === undefined && !excluded && typed.endsWith(piece)) last.unfinished = true
  }
  return clauses
}
