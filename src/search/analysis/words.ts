/** A word in its lookup form, its position among the words, and its place in the text in characters. */
export type Word = { text: string; position: number; start: number; end: number }

/** Longer than the words of any language, and short enough for a lexeme of Postgres. */
const longestWord = 64

/**
 * Returns the words of a text in order: runs of letters and digits, without case, accents or compatibility forms
 * (Unicode NFKD). A hyphen separates words, so that a doubled Indonesian word is found by its half.
 */
export function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map((match, position) => ({
    text: folded(match[0]),
    position,
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** Most words are ASCII, and nothing has to be removed from them. */
const folded = (word: string): string =>
  /^[a-z0-9]+$/i.test(word)
    ? word.toLowerCase().slice(0, longestWord)
    : word
        .normalize('NFKD')
        .replace(/[^\p{L}\p{N}]/gu, '')
        .toLowerCase()
        .slice(0, longestWord)
        .replace(/\p{Cs}/gu, '')
