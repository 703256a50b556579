import { LRUCache } from 'lru-cache'
import satori from 'satori'
import sharp, { type OutputInfo } from 'sharp'
import { backgroundSvg } from './background.ts'
import {
  type Brand,
  brandLayer,
  brandMark,
  type CardWords,
  cardSize,
  type Layer,
  titleTracking,
  wordsLayer,
} from './card.ts'
import { fontFamily, loadTypefaces } from './fonts.ts'
import { drawable, measureWith } from './glyphs.ts'
import { variantOf } from './kawung.ts'

/** Draws a card as PNG bytes, 1200 by 630 pixels, RGB. */
export type Render = (words: CardWords, brand: Brand) => Promise<Buffer>

type RawImage = { data: Buffer; info: OutputInfo }

/** Backgrounds kept as raw pixels, 2.2 MB each: every variant in both languages. */
const keptBackgrounds = 24

/** A renderer with the fonts of the packages below `root`. One card at a time: it is meant to have a thread of its own. */
export function createRender(root: string): Render {
  const typefaces = loadTypefaces(root)
  const fonts = [...typefaces[500].fonts, ...typefaces[800].fonts]
  const measures = {
    title: measureWith(typefaces[800].advances, titleTracking),
    strong: measureWith(typefaces[800].advances, 0),
    quiet: measureWith(typefaces[500].advances, 0),
  }
  const backgrounds = new LRUCache<string, RawImage>({ max: keptBackgrounds })

  const svgOf = async ({ element, width, height }: Layer) => {
    const style = { ...element.props.style, fontFamily, boxSizing: 'border-box', width, height }
    const root = { ...element, props: { ...element.props, style } }
    return Buffer.from(
      await satori(root as unknown as Parameters<typeof satori>[0], { width, height, fonts }),
    )
  }

  const background = async (words: CardWords, brand: Brand) => {
    const variant = variantOf(words.seed ?? words.title)
    const key = JSON.stringify([variant, words.locale, brand.name, brand.accent, brand.logoPng?.length])
    const kept = backgrounds.get(key)
    if (kept) return kept
    const logo = brand.logoPng && (await scaledLogo(brand.logoPng))
    const layer = brandLayer(brand, {
      markWidth: (logo?.info.width ?? brandMark.height) + 18,
      measures,
      ...(words.locale && { locale: words.locale }),
    })
    const drawn = await sharp(Buffer.from(backgroundSvg(variant, brand, words.locale !== undefined)))
      .composite([
        { input: await svgOf(layer), left: layer.left, top: layer.top },
        ...(logo ? [{ input: logo.data, left: brandMark.left, top: brandMark.top }] : []),
      ])
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true })
    backgrounds.set(key, drawn)
    return drawn
  }

  const drawableWords = (words: CardWords, brand: Brand): CardWords => {
    const clean = (text: string | undefined, weight: 500 | 800) =>
      text && drawable(text, typefaces[weight].advances)
    const title = drawable(words.title, typefaces[800].advances)
    if (!title) return { kind: 'site', title: brand.name, ...(words.locale && { locale: words.locale }) }
    return {
      ...words,
      title,
      label: clean(words.label, 800) || undefined,
      byline: clean(words.byline, 800) || undefined,
      detail: clean(words.detail, 500) || undefined,
    }
  }

  return async (words, brand) => {
    const drawn = drawableWords(words, brand)
    const layer = wordsLayer(drawn, brand, measures)
    const [base, overlay] = [await background(drawn, brand), await svgOf(layer)]
    return sharp(base.data, { raw: { width: cardSize.width, height: cardSize.height, channels: 3 } })
      .composite([{ input: overlay, left: layer.left, top: layer.top }])
      .removeAlpha()
      .png({ compressionLevel: 6 })
      .toBuffer()
  }
}

const scaledLogo = (png: Uint8Array) =>
  sharp(png, { limitInputPixels: 4096 * 4096 })
    .resize({ height: brandMark.height, width: 320, fit: 'inside' })
    .png()
    .toBuffer({ resolveWithObject: true })
