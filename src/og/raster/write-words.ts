import sharp from 'sharp'
import { cardSize, type Layer } from '../card/card.ts'
import { wordsEnd } from '../card/layouts.ts'
import { changed } from './adler.ts'
import { coverage } from './coverage.ts'
import { type Ground, type IndexedGround, pixelsOf, rowLength, slabHeight, slabLength } from './ground.ts'
import { levels } from './inks.ts'
import { type Shape, shapesOf } from './outline.ts'
import { adlerOf, indexedPng, pngSegment } from './png.ts'

/** The compression level of a card's own rows. Level 3 takes 0.4 ms more on top of 8 ms and saves a twentieth. */
const level = 2

/** A layer as Satori drew it, and the parts that we draw on it ourselves. */
export type Drawing = { svg: string; outlines: Shape[]; pictures: string[] }

/** Draws a layer of words on a ground. */
export type WordsWriter = (ground: Ground, layer: Layer, drawing: Drawing) => Promise<Buffer>

/** Returns a drawing as one SVG. */
export function wholeSvg({ svg, outlines, pictures }: Drawing): Buffer {
  const paths = outlines.map(({ fill, path }) => `<path fill="${fill}" d="${path}"/>`)
  return Buffer.from(svg.replace(/<\/svg>$/, () => [...paths, ...pictures, '</svg>'].join('')))
}

/**
 * Returns a writer with its own working memory. It fills letters itself, in the ground's palette, which takes a
 * third of the time of compositing the SVG in full colour. A drawing that is not made of letters alone is
 * composited in full colour.
 */
export function wordsWriter(): WordsWriter {
  const area = coverage(cardSize.width, cardSize.height)
  const room = new Uint8Array(Math.ceil(wordsEnd / slabHeight) * slabLength)

  /**
   * Copies the slabs of a ground that the shapes stand on and draws the shapes on them. The result is valid until
   * the next call.
   */
  const inked = ({ rows, mixturesOf, slabs }: IndexedGround, layer: Layer, shapes: Shape[]) => {
    const top = Math.floor(layer.top / slabHeight)
    const bytes = room.subarray(top * slabLength)
    bytes.set(rows.subarray(top * slabLength, room.length))
    const within = layer.top - top * slabHeight
    const place = { target: bytes, offset: within * rowLength + 1 + layer.left, stride: rowLength, levels }
    // When nothing is drawn, for example a title of blanks, only the last slab is taken.
    let [first, end, sum, moment] = [bytes.length / rowLength - 1, 0, 0, 0]
    shapes.forEach(({ fill, path }, index) => {
      area.add(path)
      if (shapes[index + 1]?.fill === fill) return
      const mixed = area.mix({ ...place, mixtures: mixturesOf(fill) })
      first = Math.min(first, within + mixed.first)
      end = Math.max(end, within + mixed.end)
      sum += mixed.sum
      moment += mixed.moment
    })
    const from = top + Math.floor(first / slabHeight)
    const to = Math.min(Math.max(from + 1, top + Math.ceil(end / slabHeight)), slabs.length)
    const below = (slabs.length - to) * slabLength
    const adler = changed(adlerOf(slabs.slice(from, to)), { sum, moment: moment - sum * below })
    return { bytes: room.subarray(from * slabLength, to * slabLength), adler, from, to }
  }

  return async (ground, layer, drawing) => {
    const letters = drawing.pictures.length > 0 ? undefined : shapesOf(drawing.svg)
    if ('pixels' in ground || !letters) return inTrueColour(ground, layer, drawing)
    const { palette, rows, slabs, below } = ground
    const { bytes, adler, from, to } = inked(ground, layer, [...letters, ...drawing.outlines])
    const own = pngSegment(bytes, { before: rows.subarray(0, from * slabLength), level, adler })
    const segments = [...slabs.slice(0, from), own, below(to)]
    return indexedPng({ ...cardSize, palette: palette.colours, segments })
  }
}

/** Draws cards of many colours: cards with emoji, and brands whose logo needs more colours than a palette holds. */
const inTrueColour = (ground: Ground, { left, top }: Layer, drawing: Drawing) =>
  sharp(pixelsOf(ground), { raw: { ...cardSize, channels: 3 } })
    .composite([{ input: wholeSvg(drawing), left, top }])
    .removeAlpha()
    .png({ compressionLevel: 6 })
    .toBuffer()
