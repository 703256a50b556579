import sharp from 'sharp'
import { cardSize, type Layer } from '../card/card.ts'
import { wordsEnd } from '../card/layouts.ts'
import { changed } from './adler.ts'
import { coverage } from './coverage.ts'
import { type Ground, type IndexedGround, pixelsOf, rowLength, slabHeight, slabLength } from './ground.ts'
import { levels } from './inks.ts'
import { type Shape, shapesOf } from './outline.ts'
import { adlerOf, indexedPng, segment } from './png.ts'

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
  const room = new Uint8Array(Math.ceil(wordsEnd / slabHeight) * slabLength)

  /** The slabs of a ground that shapes stand on, with the shapes drawn on them, until the next are asked for. */
  const inked = ({ rows, mixturesOf, slabs }: IndexedGround, layer: Layer, shapes: Shape[]) => {
    const top = Math.floor(layer.top / slabHeight)
    const bytes = room.subarray(top * slabLength)
    bytes.set(rows.subarray(top * slabLength, room.length))
    const within = layer.top - top * slabHeight
    const place = { target: bytes, offset: within * rowLength + 1 + layer.left, stride: rowLength, levels }
    // Where nothing is drawn, as of a title of blanks, the last slab alone is taken.
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
    const own = segment(bytes, { before: rows.subarray(0, from * slabLength), level, adler })
    const segments = [...slabs.slice(0, from), own, below(to)]
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
