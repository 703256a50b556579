import { type Word, wordsOf } from './words'

/** A piece of text, and whether it is what was looked for. */
export type Piece = { text: string; hit: boolean }

type Place = Pick<Word, 'text' | 'start' | 'end'>

/** A text in pieces, the words that were looked for apart. */
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

/** About how many characters a passage has. */
const passageLength = 220

/**
 * The passage of a text that holds the most of what was looked for: different words before repeated ones. It begins and
 * ends between words, with an ellipsis where it was cut.
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

/** What no word of most languages is longer than: a passage of a text without spaces is cut all the same. */
const longestRun = 64

const spaceBefore = (text: string, at: number): number =>
  character(text, at - (/\S*$/.exec(text.slice(Math.max(0, at - longestRun), at))?.[0].length ?? 0))

const spaceAfter = (text: string, at: number): number =>
  character(text, at + (/^\S*/.exec(text.slice(at, at + longestRun))?.[0].length ?? 0))

/** No character is cut in two. */
const character = (text: string, at: number): number =>
  /^[\uDC00-\uDFFF]/.test(text.slice(at, at + 1)) ? at + 1 : at

/** Letters, digits and marks that are looked up otherwise than they are written, but for their case. */
const foldedOtherwise = /(?![a-zA-Z0-9])[\p{L}\p{N}\p{M}]/u

/** Where in a text the words stand that were looked for. Ten long texts are searched for each answer. */
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
