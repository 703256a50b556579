import { type Brand, cardSize, colours } from '../card/card.ts'
import { type Palette, paletteOf, type Rgb, rgbOf } from '../card/palette.ts'
import { type Mixtures, mixturesOn } from './inks.ts'
import { pngSegment, type Segment } from './png.ts'

/** The picture behind the words, ready to be written on. */
export type Ground = IndexedGround | TrueColourGround

/** A ground in 256 colours. The rows that no words stand on are already compressed. */
export type IndexedGround = {
  palette: Palette
  mixturesOf: (colour: string) => Mixtures
  /** Rows of a PNG: a filter byte, then one palette index per pixel. */
  rows: Uint8Array
  /** The rows in slabs, as far down as words may stand. Each slab is compressed to follow the slabs before it. */
  slabs: Segment[]
  /** Returns the rows from a slab to the last one, compressed to follow any other rows. */
  below: (slab: number) => Segment
}

/** A ground in RGB, for pictures that 256 colours cannot show, such as a photograph as a logo. */
type TrueColourGround = { pixels: Uint8Array }

/** The number of rows that are compressed together. Words may begin at each multiple of it. */
export const slabHeight = 24

/** The length in bytes of a row of a PNG, and of a slab. */
export const rowLength = cardSize.width + 1
export const slabLength = slabHeight * rowLength

/**
 * The greatest difference of a channel from the picture, and the number of pixels that may differ more, such as the
 * soft edges of a logo.
 */
const farthest = 24
const mostFar = 40

/** One ground serves many cards. A higher level takes ten times as long and saves a tenth. */
const level = 6

/** Prepares a ground (RGB) whose words end above `endRow`. */
export function groundOf(pixels: Uint8Array, brand: Brand, endRow: number): Ground {
  const palette = paletteOf(pixels, inksOf(brand))
  const rows = indexedRows(pixels, palette)
  if (!rows) return { pixels }
  const slabs = Array.from({ length: Math.ceil(endRow / slabHeight) }, (_, slab) => {
    const start = slab * slabLength
    const bytes = rows.subarray(start, start + slabLength)
    return pngSegment(bytes, { before: rows.subarray(0, start), level })
  })
  const belows = new Map<number, Segment>()
  const below = (slab: number) => {
    const kept = belows.get(slab) ?? pngSegment(rows.subarray(slab * slabLength), { last: true, level })
    belows.set(slab, kept)
    return kept
  }
  return { palette, mixturesOf: mixturesOn(palette), rows, slabs, below }
}

/** Returns the RGB pixels of a ground. */
export function pixelsOf(ground: Ground): Uint8Array {
  if ('pixels' in ground) return ground.pixels
  const { width, height } = cardSize
  const { colours } = ground.palette
  const pixels = new Uint8Array(width * height * 3)
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 1; column <= width; column++, at += 3) {
      const entry = (ground.rows[row * rowLength + column] ?? 0) * 3
      pixels[at] = colours[entry] ?? 0
      pixels[at + 1] = colours[entry + 1] ?? 0
      pixels[at + 2] = colours[entry + 2] ?? 0
    }
  }
  return pixels
}

/** Returns undefined when too many pixels would look different. */
function indexedRows(pixels: Uint8Array, { colours, nearest }: Palette): Uint8Array | undefined {
  const { width, height } = cardSize
  const rows = new Uint8Array(height * rowLength)
  const entries = new Map<number, { entry: number; far: boolean }>()
  let far = 0
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 1; column <= width; column++, at += 3) {
      const [red, green, blue] = [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0]
      const colour = (red << 16) | (green << 8) | blue
      let found = entries.get(colour)
      if (!found) {
        const entry = nearest(red, green, blue)
        const off = [red, green, blue].map((channel, part) =>
          Math.abs(channel - (colours[entry * 3 + part] ?? 0)),
        )
        found = { entry, far: Math.max(...off) > farthest }
        entries.set(colour, found)
      }
      rows[row * rowLength + column] = found.entry
      if (found.far) far++
    }
  }
  return far > mostFar ? undefined : rows
}

const inksOf = ({ accent }: Brand): Rgb[] => [colours.ink, colours.quiet, accent ?? colours.fajar].map(rgbOf)
