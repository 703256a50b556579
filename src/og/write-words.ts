import sharp from 'sharp'
import { cardSize, type Layer } from './card.ts'
import { coverage } from './coverage.ts'
import { type Ground, type IndexedGround, slabHeight } from './ground.ts'
import { wordsEnd } from './layouts.ts'
import { type Shape, shapesOf } from './outline.ts'
import { filtered, indexedPng, segment } from './png.ts'

/** What a card's own rows are compressed with: harder takes twice as long and saves a tenth. */
const level = 3

const rowLength = cardSize.width + 1

/** Draws a layer of words, as Satori's SVG, on a ground. */
export type WordsWriter = (ground: Ground, layer: Layer, svg: string) => Promise<Buffer>

/**
 * A writer with room to draw in. Letters are filled here and put into the ground's palette, which takes a third of the
 * time of drawing the SVG and putting it on the ground in full colour; what is not made of letters alone goes that way.
 */
export function wordsWriter(): WordsWriter {
  const area = coverage(cardSize.width, cardSize.height)

  const inked = ({ indices, inks }: IndexedGround, layer: Layer, shapes: Shape[], start: number) => {
    const { width } = cardSize
    const band = indices.slice(start * width, wordsEnd * width)
    const offset = (layer.top - start) * width + layer.left
    const end = wordsEnd - layer.top
    shapes.forEach(({ fill, path }, index) => {
      area.add(path)
      if (shapes[index + 1]?.fill === fill) return
      const ink = inks.of(fill)
      area.each(inks.levels, (x, y, covered) => {
        const at = offset + y * width + x
        if (y < end) band[at] = inks.mix(ink, band[at] ?? 0, covered)
      })
    })
    return band
  }

  return async (ground, layer, svg) => {
    const shapes = ground.indexed && shapesOf(svg)
    if (!ground.indexed || !shapes) return inTrueColour(ground, layer, svg)
    const { palette, rows, above, below } = ground.indexed
    const first = Math.floor(layer.top / slabHeight)
    const start = first * slabHeight
    const band = inked(ground.indexed, layer, shapes, start)
    const own = segment(filtered(band, cardSize.width), {
      before: rows.subarray(0, start * rowLength),
      level,
    })
    const segments = [...above.slice(0, first), own, below]
    return indexedPng({ ...cardSize, palette: palette.colours, segments })
  }
}

/** The way for cards of many colours: those with emoji, or a brand whose logo needs more than a palette holds. */
const inTrueColour = ({ pixels }: Ground, { left, top }: Layer, svg: string) =>
  sharp(pixels, { raw: { ...cardSize, channels: 3 } })
    .composite([{ input: Buffer.from(svg), left, top }])
    .removeAlpha()
    .png({ compressionLevel: 6 })
    .toBuffer()
