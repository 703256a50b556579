import { wordsOf } from './words'

/** A part of a question. Every clause must match, except those with a minus, which must not. */
export type Clause = {
  /** A word, or several that must stand side by side. */
  words: string[]
  /** True when the words were quoted, and must occur exactly as they were typed. */
  quoted: boolean
  excluded: boolean
  /** True when more letters may follow: for the last word, with nothing after it. */
  unfinished: boolean
}

const longestQuestion = 200
const mostWords = 16

/** Reads a question: words, "phrases" and -exclusions. Any text is valid; a part without meaning gives no clause. */
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
    // A word with a hyphen or a dot in it is several words. Only quotes and exclusions keep them together.
    const together = phrase !== undefined || excluded ? [words] : words.map((one) => [one])
    for (const some of together.filter(({ length }) => length > 0))
      clauses.push({ words: some, quoted: phrase !== undefined, excluded, unfinished: false })
    const last = clauses.at(-1)
    if (last && phrase === undefined && !excluded && typed.endsWith(piece)) last.unfinished = true
  }
  return clauses
}
