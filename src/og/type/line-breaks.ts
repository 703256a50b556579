/** A stretch of text that stays on one line. `space` tells whether a space follows. */
export type Unbroken = { text: string; space: boolean }

const words = new Intl.Segmenter('und', { granularity: 'word' })
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/** Scripts that write words without spaces, or break between any two characters. */
const unspaced = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
const unspacedEnd =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]\p{M}*$/u
/**
 * Full-width punctuation: a line may end after a closing mark (`wideEnd`) and before an opening one (`wideStart`).
 */
const wideEnd = /[、。，．：；！？…」』）】〉》]$/u
const wideStart = /^[「『（【〈《]/u
const breakAfter = /[\p{L}\p{N}][\p{Pd}/]+$/u

/**
 * Splits a text where a line may end: at spaces, after a hyphen, dash or slash inside a word, and between the words
 * of scripts that are written without spaces. This is UAX 14, simplified to what occurs in titles.
 */
export function pieces(text: string): Unbroken[] {
  const found: Unbroken[] = []
  for (const word of text.split(' ')) {
    let piece = ''
    for (const { segment } of words.segment(word)) {
      const mayBreak =
        (breakAfter.test(piece) && /^[\p{L}\p{N}]/u.test(segment)) ||
        (unspacedEnd.test(piece) && /^[\p{L}\p{N}]/u.test(segment)) ||
        (wideEnd.test(piece) && (/^[\p{L}\p{N}]/u.test(segment) || wideStart.test(segment))) ||
        (piece !== '' && wideStart.test(segment) && !wideStart.test(piece.slice(-1))) ||
        (piece !== '' && /[\p{L}\p{N}\p{M}]$/u.test(piece) && unspaced.test(segment))
      if (mayBreak) {
        found.push({ text: piece, space: false })
        piece = ''
      }
      piece += segment
    }
    if (piece !== '') found.push({ text: piece, space: true })
  }
  return found
}

/** Splits a word that is too long for any line into pieces of one grapheme each. */
export function shattered(piece: Unbroken): Unbroken[] {
  const parts = Array.from(graphemes.segment(piece.text), ({ segment }) => ({ text: segment, space: false }))
  const last = parts.at(-1)
  if (last) last.space = piece.space
  return parts
}
