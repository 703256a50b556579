import { type Brand, cardSize, colours } from './card.ts'
import { type Inks, inksOn } from './inks.ts'
import { type Palette, paletteOf, type Rgb, rgbOf } from './palette.ts'
import { filtered, type Segment, segment } from './png.ts'

/** The picture below the words, ready to be written on: whatever no words stand on is compressed already. */
export type Ground = {
  /** RGB, three bytes a pixel. */
  pixels: Uint8Array
  /** The same in 256 colours; undefined where these cannot show it, as with the photograph of a logo. */
  indexed?: IndexedGround
}

export type IndexedGround = {
  palette: Palette
  inks: Inks
  /** An entry of the palette for each pixel. */
  indices: Uint8Array
  /** The same as rows of a PNG. */
  rows: Uint8Array
  /** The rows above the words, in slabs, and those below them. */
  above: Segment[]
  below: Segment
}

/** Rows that are compressed as one: words may begin at each multiple. */
export const slabHeight = 24

const rowLength = cardSize.width + 1

/** How far a channel may be from the picture, and how many pixels may be farther: soft edges of a logo, say. */
const farthest = 24
const mostFar = 40

/** Compressing as hard as it goes pays here: it is done once for many cards. */
const hardest = 9

/** Prepares a ground (RGB) on which words stand between `firstRow` at the earliest and `endRow` at the latest. */
export function groundOf(pixels: Uint8Array, brand: Brand, endRow: number): Ground {
  const palette = paletteOf(pixels, inksOf(brand))
  const indices = new Uint8Array(pixels.length / 3)
  let far = 0
  for (let at = 0; at < indices.length; at++) {
    const [red, green, blue] = [pixels[at * 3] ?? 0, pixels[at * 3 + 1] ?? 0, pixels[at * 3 + 2] ?? 0]
    const index = palette.nearest(red, green, blue)
    indices[at] = index
    const off = [red, green, blue].map((channel, part) =>
      Math.abs(channel - (palette.colours[index * 3 + part] ?? 0)),
    )
    if (Math.max(...off) > farthest) far++
  }
  if (far > mostFar) return { pixels }
  const rows = filtered(indices, cardSize.width)
  const above = Array.from({ length: Math.floor(endRow / slabHeight) }, (_, slab) => {
    const start = slab * slabHeight * rowLength
    const bytes = rows.subarray(start, start + slabHeight * rowLength)
    return segment(bytes, { before: rows.subarray(0, start), level: hardest })
  })
  const below = segment(rows.subarray(endRow * rowLength), { last: true, level: hardest })
  return { pixels, indexed: { palette, inks: inksOn(palette), indices, rows, above, below } }
}

const inksOf = ({ accent }: Brand): Rgb[] => [colours.ink, colours.quiet, accent ?? colours.fajar].map(rgbOf)
