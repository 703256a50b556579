/** A word as it is looked up, and where it stands: its place among the words, and its characters in the text. */
export type Word = { text: string; position: number; start: number; end: number }

/** What no word of a language reaches, and what Postgres' lexemes have room for. */
const longestWord = 64

/**
 * The words of a text in their order: runs of letters and digits, without case, accents or compatibility forms
 * (Unicode NFKD). A hyphen parts words, so that a doubled Indonesian word is found by its half.
 */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match, position) => ({
    text: folded(match[0]),
    position,
    start: match.index,
    end: match.index + match[0].length,
  }))
}

const folded = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
    .slice(0, longestWord)
    .replace(/\p{Cs}/gu, '')
