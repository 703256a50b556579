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

/** Most words are of ASCII, of which nothing has to go. */
const folded = (word: string): string =>
  /^[a-z0-9]+$/i.test(word)
    ? word.toLowerCase().slice(0, longestWord)
    : word
        .normalize('NFKD')
        .replace(/[^\p{L}\p{N}]/gu, '')
        .toLowerCase()
        .slice(0, longestWord)
        .replace(/\p{Cs}/gu, '')
