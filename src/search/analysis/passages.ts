import { wordsOf } from './words'

/** A piece of text, and whether it is what was looked for. */
export type Piece = { text: string; hit: boolean }

/** A text in pieces, the words that were looked for apart. */
export function marked(text: string, isHit: (word: string) => boolean): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { text: word, start, end } of wordsOf(text)) {
    if (!isHit(word)) continue
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
export function passageOf(text: string, isHit: (word: string) => boolean): Piece[] {
  const line = text.replace(/\s+/g, ' ').trim()
  const words = wordsOf(line)
  const hits = words.filter(({ text: word }) => isHit(word))
  const best = hits.reduce(
    (most, first, index) => {
      const within = hits.slice(index).filter(({ end }) => end - first.start <= passageLength * 0.8)
      const worth = new Set(within.map(({ text: word }) => word)).size + within.length / 100
      return worth > most.worth ? { worth, first, last: within.at(-1) ?? first } : most
    },
    { worth: 0, first: words[0], last: words[0] },
  )
  if (!best.first || !best.last) return []
  const spare = Math.max(0, passageLength - (best.last.end - best.first.start))
  const from = Math.max(0, best.first.start - Math.floor(spare / 3))
  const begins = words.find(({ start }) => start >= from) ?? best.first
  const until = begins.start + passageLength
  const ends = words.findLast(({ end }) => end <= until) ?? best.last
  // Up to the next space, so that a full stop or a bracket stays with its word.
  const stop = line.indexOf(' ', ends.end)
  const cut = stop !== -1
  const start = begins === words[0] ? 0 : begins.start
  const shown = line.slice(start, cut ? stop : undefined)
  const pieces = marked(shown, isHit)
  return [
    ...(start > 0 ? [{ text: '…', hit: false }] : []),
    ...pieces,
    ...(cut ? [{ text: ' …', hit: false }] : []),
  ]
}
