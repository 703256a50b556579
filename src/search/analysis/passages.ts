import { type Word, wordsOf } from './words'

/** A piece of text. `hit` is true when it is a word that was searched for. */
export type Piece = { text: string; hit: boolean }

type Place = Pick<Word, 'text' | 'start' | 'end'>

/** Splits a text into pieces, so that each word that was searched for is a piece of its own. */
export function marked(text: string, wanted: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end } of placesOf(wanted, text)) {
    if (start > at) pieces.push({ text: text.slice(at, start), hit: false })
    pieces.push({ text: text.slice(start, end), hit: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false })
  return pieces
}

/** The approximate length of a passage in characters. */
const passageLength = 220

/**
 * Returns the passage of a text with the most words that were searched for. Different words count before repeated ones.
 * The passage begins and ends between words, with an ellipsis where it was cut.
 */
export function passageOf(text: string, wanted: ReadonlySet<string>): Piece[] {
  const hits = placesOf(wanted, text)
  const best = hits.reduce(
    (most, first, index) => {
      const within = hits.slice(index).filter(({ end }) => end - first.start <= passageLength * 0.8)
      const worth = new Set(within.map(({ text: word }) => word)).size + within.length / 100
      return worth > most.worth ? { worth, start: first.start, end: (within.at(-1) ?? first).end } : most
    },
    { worth: 0, start: 0, end: 0 },
  )
  const spare = Math.max(0, passageLength - (best.end - best.start))
  const from = spaceBefore(text, Math.max(0, best.start - Math.floor(spare / 3)))
  const until = spaceAfter(text, Math.max(best.end, Math.min(from + passageLength, text.length)))
  const pieces = marked(text.slice(from, until).replace(/\s+/g, ' ').trim(), wanted)
  return [
    ...(text.slice(0, from).trim() === '' ? [] : [{ text: '…', hit: false }]),
    ...pieces,
    ...(text.slice(until).trim() === '' ? [] : [{ text: ' …', hit: false }]),
  ]
}

/** Longer than the words of most languages. Text without spaces is cut after this many characters. */
const longestRun = 64

const spaceBefore = (text: string, at: number): number =>
  character(text, at - (/\S*$/.exec(text.slice(Math.max(0, at - longestRun), at))?.[0].length ?? 0))

const spaceAfter = (text: string, at: number): number =>
  character(text, at + (/^\S*/.exec(text.slice(at, at + longestRun))?.[0].length ?? 0))

/** Moves an index forward if it would cut a surrogate pair in two. */
const character = (text: string, at: number): number =>
  /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1)) ? at + 1 : at

/** Matches characters whose lookup form differs from their written form in more than case. */
const foldedOtherwise = /(?![a-zA-Z0-9])[\p{L}\p{N}\p{M}]/u

/** Returns the places of the searched words in a text. It must be fast: each answer searches ten long texts. */
function placesOf(wanted: ReadonlySet<string>, text: string): Place[] {
  if (foldedOtherwise.test(text)) return wordsOf(text).filter(({ text: word }) => wanted.has(word))
  const plain = [...wanted].filter((word) => /^[a-z0-9]+$/.test(word))
  if (plain.length === 0) return []
  const pattern = new RegExp(`(?<![a-z0-9])(?:${plain.join('|')})(?![a-z0-9])`, 'gi')
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    text: found.toLowerCase(),
    start: index,
    end: index + found.length,
  }))
}
