import sharp, { type Metadata, type Sharp } from 'sharp'
import { type SizeName, sizeWidths } from './sizes.ts'

/** A picture of ours, always WebP. */
export type Made = { data: Buffer; width: number; height: number }

/** The files that are made of one that came in: the picture that pages show, its smaller sizes, and its placeholder. */
export type MadePicture = {
  picture: Made
  sizes: Record<SizeName, Made>
  placeholder: string | null
}

/** Pixels on the longer side. */
const largestSide = 2400
const quality = 82

/** Sharp refuses pictures with more pixels than this, and so refuses decompression bombs. */
const mostPixels = 50_000_000

/**
 * A longer animation is kept as its first picture. Each frame is encoded anew, however few bytes it has: a GIF of 3 KB took
 * 7 seconds.
 */
const mostFrames = 300
const mostPixelsMoving = 10_000_000

const formats: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'gif', 'heif'])

/**
 * Encodes a picture anew, which drops what else the file holds: the place where it was taken, a thumbnail, other data.
 * @throws Error when the bytes are no picture of a type that we take.
 */
export async function makePicture(bytes: Uint8Array): Promise<MadePicture> {
  const facts = await sharp(bytes, { limitInputPixels: mostPixels }).metadata()
  const { format, compression } = facts
  if (!formats.has(format) || (format === 'heif' && compression !== 'av1'))
    throw new Error(`Expected JPEG, PNG, WebP, AVIF or GIF, found ${format}.`)
  const limits = { limitInputPixels: mostPixels }
  const within = { width: largestSide, height: largestSide, fit: 'inside', withoutEnlargement: true } as const
  if (isShortAnimation(facts)) {
    const moving = { ...limits, animated: true }
    const picture = await encoded(sharp(bytes, moving).autoOrient().resize(within), 1)
    return sizedFrom(picture, (width) => encoded(sharp(picture.data, moving).resize({ width }), 1))
  }
  // Decoded once: what is large takes seconds.
  const { data, info } = await sharp(bytes, limits)
    .autoOrient()
    .resize(within)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const pixels = () => sharp(data, { raw: info })
  return sizedFrom(await encoded(pixels()), (width) => encoded(pixels().resize({ width })))
}

async function encoded(picture: Sharp, effort = 4): Promise<Made> {
  const { data, info } = await picture.webp({ quality, effort }).toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.pageHeight ?? info.height }
}

async function sizedFrom(picture: Made, shrunk: (width: number) => Promise<Made>): Promise<MadePicture> {
  const sizes = {} as Record<SizeName, Made>
  for (const [name, width] of Object.entries(sizeWidths) as [SizeName, number][])
    sizes[name] = picture.width > width ? await shrunk(width) : picture
  return { picture, sizes, placeholder: await placeholderOf(sizes.small.data) }
}

function isShortAnimation({ width, height, pageHeight = height, pages = 1 }: Metadata): boolean {
  return pages > 1 && pages <= mostFrames && width * pageHeight * pages <= mostPixelsMoving
}

/** Pixels on the longer side and the WebP quality: just enough for a blur of the picture's colours. */
const blurSide = 16
const blurQuality = 30

/**
 * Returns a picture as a `data:` address of some 150 bytes, which a page shows blurred while the picture loads. Returns
 * null for a picture with transparent parts, because the blur would remain visible through them.
 */
export async function placeholderOf(bytes: Uint8Array): Promise<string | null> {
  const small = await sharp(bytes, { limitInputPixels: mostPixels })
    .autoOrient()
    .resize(blurSide, blurSide, { fit: 'inside' })
    .webp({ quality: blurQuality, smartSubsample: true, effort: 6 })
    .toBuffer()
  const { isOpaque } = await sharp(small).stats()
  return isOpaque ? `data:image/webp;base64,${small.toString('base64')}` : null
}
