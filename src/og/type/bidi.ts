import bidiFactory from 'bidi-js'

const bidi = bidiFactory()

export type Direction = 'ltr' | 'rtl'

/** Characters of scripts that run from right to left. Most titles have none and skip the algorithm. */
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** Returns the direction of a paragraph, from its first strong character (UAX 9, P2 and P3). */
export function directionOf(text: string): Direction {
  if (!rightToLeft.test(text)) return 'ltr'
  return bidi.getEmbeddingLevels(text, 'auto').paragraphs[0]?.level === 1 ? 'rtl' : 'ltr'
}

/** Returns the embedding level of each code unit (UAX 9, up to I2), or undefined when all of them are 0. */
export const levelsOf = (text: string): Uint8Array | undefined =>
  rightToLeft.test(text) ? bidi.getEmbeddingLevels(text, 'auto').levels : undefined

/** Orders the parts of a line as they appear from left to right (UAX 9, L2). */
export function inVisualOrder<Part extends { level: number }>(parts: Part[]): Part[] {
  const ordered = [...parts]
  const highest = Math.max(0, ...parts.map(({ level }) => level))
  for (let level = highest; level > 0; level--) {
    for (let start = 0; start < ordered.length; start++) {
      let end = start
      while ((ordered[end]?.level ?? 0) >= level) end++
      if (end > start) ordered.splice(start, end - start, ...ordered.slice(start, end).reverse())
      start = end
    }
  }
  return ordered
}
