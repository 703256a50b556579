import { LRUCache } from 'lru-cache'
import satori from 'satori'
import sharp from 'sharp'
import { sha256Of } from '../../sha256.ts'
import { backgroundSvg } from '../card/background.ts'
import {
  type Brand,
  brandLayer,
  brandMark,
  type CardWords,
  type Layer,
  type SatoriElement,
} from '../card/card.ts'
import { variantOf } from '../card/kawung.ts'
import { wordsEnd, wordsLayer } from '../card/layouts.ts'
import type { Remarks } from '../card/remarks.ts'
import { type Ground, groundOf } from '../raster/ground.ts'
import { type Drawing, wholeSvg, wordsWriter } from '../raster/write-words.ts'
import { emojiDrawings } from '../type/emoji.ts'
import { createFonts } from '../type/fonts.ts'
import { createTypesetter } from '../type/typeset.ts'

/** Draws a card as the bytes of a PNG, 1200 by 630 pixels, RGB. */
export type Render = (words: CardWords, brand: Brand) => Promise<Buffer>

export type Renderer = {
  render: Render
  /** Lists what a card leaves out of these words. */
  remarks: (words: CardWords, brand: Brand) => Remarks
}

/** The number of grounds to keep, 0.9 MB each: all variants in both languages, and those without a brand. */
const keptGrounds = 40

/**
 * Creates a renderer with the fonts of the packages below `root`. It draws one card at a time and is meant to have
 * a thread of its own.
 */
export function createRenderer(root: string): Renderer {
  const fonts = createFonts(root)
  const type = createTypesetter(fonts, emojiDrawings(root))
  const write = wordsWriter()
  const grounds = new LRUCache<string, Ground>({ max: keptGrounds })

  const drawingOf = async ({ element, width, height }: Layer): Promise<Drawing> => {
    const style = { ...element.props.style, boxSizing: 'border-box', width, height }
    const sized = { ...element, props: { ...element.props, style } }
    const drawing: Drawing = { svg: '', outlines: [], pictures: [] }
    drawing.svg = await satori(sized as unknown as Parameters<typeof satori>[0], {
      width,
      height,
      fonts: fonts.list(fontNames(element)),
      onNodeDetected({ props, left, top }) {
        const drawn = (props as SatoriElement['props']).drawn?.({ left, top })
        if (!drawn) return
        if ('picture' in drawn) drawing.pictures.push(drawn.picture)
        else drawing.outlines.push(drawn)
      },
    })
    return drawing
  }

  const ground = async (words: CardWords, brand: Brand) => {
    const variant = variantOf(words.seed ?? words.title)
    const key = JSON.stringify([
      variant,
      words.locale,
      words.plain,
      brand.name,
      brand.accent,
      brand.logo && sha256Of(brand.logo),
    ])
    const kept = grounds.get(key)
    if (kept) return kept
    const logo = brand.logo && !words.plain ? await scaledLogo(brand.logo) : undefined
    const layer = brandLayer({
      markWidth: (logo?.info.width ?? brandMark.height) + 18,
      type,
      ...(!words.plain && { name: brand.name }),
      ...(words.locale && { locale: words.locale }),
    })
    const marks = { language: words.locale !== undefined, brand: !words.plain && !logo }
    const drawn = await sharp(Buffer.from(backgroundSvg(variant, brand, marks)))
      .composite([
        { input: wholeSvg(await drawingOf(layer)), left: layer.left, top: layer.top },
        ...(logo ? [{ input: logo.data, left: brandMark.left, top: brandMark.top }] : []),
      ])
      .removeAlpha()
      .raw()
      .toBuffer()
    const prepared = groundOf(drawn, brand, wordsEnd)
    grounds.set(key, prepared)
    return prepared
  }

  const drawableWords = (words: CardWords, brand: Brand): CardWords => {
    const { kind, layout, locale, seed, plain } = words
    const clean = (text: string | undefined, weight: 500 | 800) => text && type.drawable(text, weight)
    const title = clean(words.title, 800)
    const [label, byline] = [clean(words.label, 800), clean(words.byline, 800)]
    const [summary, detail] = [clean(words.summary, 500), clean(words.detail, 500)]
    if (!title) return { kind: 'site', title: brand.name, ...(locale && { locale }) }
    return {
      kind,
      title,
      ...(layout && { layout }),
      ...(locale && { locale }),
      ...(seed && { seed }),
      ...(plain && { plain }),
      ...(label && { label }),
      ...(summary && { summary }),
      ...(byline && { byline }),
      ...(detail && { detail }),
    }
  }

  return {
    async render(words, brand) {
      const drawn = drawableWords(words, brand)
      const layer = wordsLayer(drawn, brand, type)
      const [base, drawing] = [await ground(drawn, brand), await drawingOf(layer)]
      return write(base, layer, drawing)
    },
    remarks(words, brand) {
      const { title, label, byline, summary, detail } = words
      const missing = [
        ...[title, label, byline].flatMap((text) => (text ? type.missing(text, 800) : [])),
        ...[summary, detail].flatMap((text) => (text ? type.missing(text, 500) : [])),
      ]
      const { shortened } = wordsLayer(drawableWords(words, brand), brand, type)
      return { shortened, missing: [...new Set(missing)] }
    },
  }
}

/** Collects the names of the fonts that an element and its children ask for. */
function fontNames(element: SatoriElement, names = new Set<string>()): Set<string> {
  if (typeof element.props.style.fontFamily === 'string') names.add(element.props.style.fontFamily)
  const { children } = element.props
  if (Array.isArray(children)) for (const child of children) fontNames(child, names)
  return names
}

const scaledLogo = (png: Uint8Array) =>
  sharp(png, { limitInputPixels: 4096 * 4096 })
    .resize({ height: brandMark.height, width: 320, fit: 'inside' })
    .png()
    .toBuffer({ resolveWithObject: true })
