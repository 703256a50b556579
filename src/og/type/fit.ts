import { pieces, shattered } from './line-breaks.ts'

/** The width of a text in ems. */
export type Measure = (text: string) => number

export type Box = { width: number; height: number }

export type FitRules = {
  /** Line height as a multiple of the size. */
  leading: number
  /** The largest size, in pixels. */
  largest: number
  /**
   * The size below which a title may have more than four lines. Words too long for a line at this size are broken.
   */
  comfortable: number
}

/** `size` is in whole pixels; `lines` go from top to bottom. */
export type Fit = { size: number; lines: string[] }

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

type Word = { text: string; width: number; space: number }

const mostLines = 12
const comfortableLines = 4

/**
 * Sets a title as large as its box allows, in lines of about equal length. `measure` gives a text's width in ems. A
 * title has at most four lines, unless they would be smaller than comfortable: then it has as many lines as make
 * the type largest.
 */
export function fitTitle(title: string, box: Box, rules: FitRules, measure: Measure): Fit {
  const words = wordsOf(title, box.width / rules.comfortable, measure)
  let best = { size: 0, count: 1 }
  for (let count = 1; count <= Math.min(mostLines, words.length); count++) {
    if (count > comfortableLines && best.size >= rules.comfortable) break
    const size = Math.floor(
      Math.min(rules.largest, box.width / narrowest(words, count), box.height / (count * rules.leading)),
    )
    if (size > best.size) best = { size, count }
  }
  return { size: best.size, lines: balanced(words, best.count, box.width / best.size) }
}

/** Returns the text if it fits into `width` ems, otherwise as much of its start as fits with an ellipsis. */
export function fitLine(text: string, width: number, measure: Measure): string {
  if (measure(text) <= width) return text
  const kept = Array.from(graphemes.segment(text), ({ segment }) => segment)
  while (kept.length > 0 && measure(`${kept.join('').trimEnd()}…`) > width) kept.pop()
  return `${kept.join('').trimEnd()}…`
}

/**
 * Breaks a text into at most `lines` lines of `width` ems, and fills each line before the next. If the text is too
 * long, the last line ends in an ellipsis.
 */
export function fitLines(text: string, { width, lines }: { width: number; lines: number }, measure: Measure) {
  const set: string[] = []
  let rest = wordsOf(text, width, measure)
  while (rest.length > 0 && set.length < lines - 1) {
    let used = 0
    let count = 0
    for (const word of rest) {
      if (count > 0 && used + word.width > width) break
      used += word.width + word.space
      count++
    }
    set.push(textOf(rest.slice(0, count)))
    rest = rest.slice(count)
  }
  return rest.length > 0 ? [...set, fitLine(textOf(rest), width, measure)] : set
}

function wordsOf(title: string, longest: number, measure: Measure): Word[] {
  const space = measure(' ')
  return pieces(title)
    .flatMap((piece) => (measure(piece.text) > longest ? shattered(piece) : [piece]))
    .map((piece) => ({ text: piece.text, width: measure(piece.text), space: piece.space ? space : 0 }))
}

/** Returns the smallest width, in ems, at which the words fit into `count` lines. */
function narrowest(words: Word[], count: number): number {
  let low = Math.max(...words.map((word) => word.width))
  let high = words.reduce((sum, word) => sum + word.width + word.space, 0)
  for (let round = 0; round < 24; round++) {
    const middle = (low + high) / 2
    if (linesWithin(words, middle) <= count) high = middle
    else low = middle
  }
  return high
}

function linesWithin(words: Word[], width: number): number {
  let lines = 1
  let used = 0
  let gap = 0
  for (const word of words) {
    if (used > 0 && used + gap + word.width > width) {
      lines++
      used = word.width
    } else {
      used += gap + word.width
    }
    gap = word.space
  }
  return lines
}

/**
 * Breaks the words into lines no wider than `width` ems, of lengths as equal as possible: the sum of the squared
 * differences from the even length is smallest.
 */
function balanced(words: Word[], count: number, width: number): string[] {
  const even = words.reduce((sum, word) => sum + word.width + word.space, 0) / count
  const size = words.length
  // costs[k][i] is the least cost of setting the words from i on in k lines; ends[k][i] is where the first of these
  // lines ends.
  const costs = [
    Array.from({ length: size + 1 }, (_, index) => (index === size ? 0 : Number.POSITIVE_INFINITY)),
  ]
  const ends: number[][] = [[]]
  for (let lines = 1; lines <= count; lines++) {
    const cost = Array<number>(size + 1).fill(Number.POSITIVE_INFINITY)
    const end = Array<number>(size + 1).fill(size)
    for (let from = size - 1; from >= 0; from--) {
      let used = 0
      let gap = 0
      for (let to = from; to < size; to++) {
        const word = words[to]
        if (!word) break
        used += gap + word.width
        gap = word.space
        if (used > width + 1e-6 && to > from) break
        const total = (used - even) ** 2 + (costs[lines - 1]?.[to + 1] ?? Number.POSITIVE_INFINITY)
        if (total < (cost[from] ?? 0)) {
          cost[from] = total
          end[from] = to + 1
        }
      }
    }
    costs.push(cost)
    ends.push(end)
  }
  const lines: string[] = []
  for (let left = count, from = 0; left > 0 && from < size; left--) {
    const to = ends[left]?.[from] ?? size
    lines.push(textOf(words.slice(from, to)))
    from = to
  }
  return lines
}

const textOf = (words: Word[]) =>
  words
    .map((word) => word.text + (word.space > 0 ? ' ' : ''))
    .join('')
    .trimEnd()
