import sharp from 'sharp'
import { changed } from './adler.ts'
import { cardSize, type Layer } from './card.ts'
import { coverage } from './coverage.ts'
import { type Ground, type IndexedGround, pixelsOf, rowLength, slabHeight } from './ground.ts'
import { levels } from './inks.ts'
import { wordsEnd } from './layouts.ts'
import { type Shape, shapesOf } from './outline.ts'
import { indexedPng, segment } from './png.ts'

/** What a card's own rows are compressed with: 3 takes 0.4 ms more of 8, and saves a twentieth. */
const level = 2

/** A layer as Satori drew it, and what we put on it. */
export type Drawing = { svg: string; outlines: Shape[]; pictures: string[] }

/** Draws a layer of words on a ground. */
export type WordsWriter = (ground: Ground, layer: Layer, drawing: Drawing) => Promise<Buffer>

/** A drawing as one SVG. */
export function wholeSvg({ svg, outlines, pictures }: Drawing): Buffer {
  const paths = outlines.map(({ fill, path }) => `<path fill="${fill}" d="${path}"/>`)
  return Buffer.from(svg.replace(/<\/svg>$/, () => [...paths, ...pictures, '</svg>'].join('')))
}

/**
 * A writer with room to draw in. Letters are filled here and put into the ground's palette, which takes a third of the
 * time of drawing the SVG and putting it on the ground in full colour; what is not made of letters alone goes that way.
 */
export function wordsWriter(): WordsWriter {
  const area = coverage(cardSize.width, cardSize.height)
  const room = new Uint8Array(wordsEnd * rowLength)

  /**
   * The ground's rows from a slab to the end of the words, with the shapes drawn on them, until the next are asked for.
   */
  const inked = (
    { rows, mixturesOf, adlers }: IndexedGround,
    layer: Layer,
    shapes: Shape[],
    slab: number,
  ) => {
    const start = slab * slabHeight
    const bytes = room.subarray(start * rowLength)
    bytes.set(rows.subarray(start * rowLength, wordsEnd * rowLength))
    const offset = (layer.top - start) * rowLength + 1 + layer.left
    let adler = adlers[slab] ?? 1
    shapes.forEach(({ fill, path }, index) => {
      area.add(path)
      if (shapes[index + 1]?.fill === fill) return
      const into = { target: bytes, offset, stride: rowLength, levels, mixtures: mixturesOf(fill) }
      adler = changed(adler, area.mix(into))
    })
    return { bytes, adler }
  }

  return async (ground, layer, drawing) => {
    const letters = drawing.pictures.length > 0 ? undefined : shapesOf(drawing.svg)
    if ('pixels' in ground || !letters) return inTrueColour(ground, layer, drawing)
    const { palette, rows, above, below } = ground
    const first = Math.floor(layer.top / slabHeight)
    const before = rows.subarray(0, first * slabHeight * rowLength)
    const { bytes, adler } = inked(ground, layer, [...letters, ...drawing.outlines], first)
    const own = segment(bytes, { before, level, adler })
    const segments = [...above.slice(0, first), own, below]
    return indexedPng({ ...cardSize, palette: palette.colours, segments })
  }
}

/** The way for cards of many colours: those with emoji, or a brand whose logo needs more than a palette holds. */
const inTrueColour = (ground: Ground, { left, top }: Layer, drawing: Drawing) =>
  sharp(pixelsOf(ground), { raw: { ...cardSize, channels: 3 } })
    .composite([{ input: wholeSvg(drawing), left, top }])
    .removeAlpha()
    .png({ compressionLevel: 6 })
    .toBuffer()
