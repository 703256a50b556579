import type { Measure } from './fit.ts'
import type { Advances } from './woff.ts'

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })

/**
 * The text without what no font can draw, so that no card shows a box. A cluster whose marks are missing keeps its
 * base; a cluster whose base is missing goes. Empty where nothing can be drawn.
 */
export function drawable(text: string, fonts: readonly Advances[]): string {
  let drawn = ''
  for (const { segment } of graphemes.segment(text)) drawn += drawableCluster(segment, fonts)
  return drawn.replace(/ +/g, ' ').trim()
}

function drawableCluster(cluster: string, fonts: readonly Advances[]): string {
  const points = [...cluster]
  if (fonts.some((font) => points.every((point) => has(font, point)))) return cluster
  const base = points[0] ?? ''
  return /^\p{M}/u.test(base) || !fonts.some((font) => has(font, base)) ? '' : base
}

const has = (font: Advances, point: string) => font.has(point.codePointAt(0) ?? 0)

/**
 * A function that gives the width of a text in ems: the sum of its glyphs' advances, each from the first font that
 * has it, and `tracking` (in ems) after each. Kerning only ever makes it a little narrower.
 */
export function measureWith(fonts: readonly Advances[], tracking: number): Measure {
  return (text) => {
    let width = 0
    for (const point of text) width += advance(fonts, point) + tracking
    return width
  }
}

function advance(fonts: readonly Advances[], point: string): number {
  const code = point.codePointAt(0) ?? 0
  for (const font of fonts) {
    const width = font.get(code)
    if (width !== undefined) return width
  }
  return 0
}
