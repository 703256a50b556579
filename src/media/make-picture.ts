import sharp, { type ResizeOptions, type Sharp } from 'sharp'

/** A picture of ours, always WebP. */
export type Made = { data: Buffer; width: number; height: number }

/** What is made of a file that came in: the picture that pages show, its smaller sizes, and its placeholder. */
export type MadePicture = {
  picture: Made
  sizes: Record<SizeName, Made>
  placeholder: string | null
}

export type SizeName = 'small' | 'medium' | 'large'

/** Pixels on the longer side, and the widths of the smaller sizes. */
const largestSide = 2400
export const sizeWidths: Record<SizeName, number> = { small: 480, medium: 960, large: 1600 }
const quality = 82

/** Sharp refuses pictures with more pixels than this, and so refuses decompression bombs. */
export const mostPixels = 50_000_000

const formats: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp', 'gif', 'heif'])

/**
 * Encodes a picture anew, which drops what else the file holds: the place where it was taken, a thumbnail, other data.
 * @throws Error when the bytes are no picture of a type that we take.
 */
export async function makePicture(bytes: Uint8Array): Promise<MadePicture> {
  const { format, compression, pages = 1 } = await sharp(bytes, { limitInputPixels: mostPixels }).metadata()
  if (!formats.has(format) || (format === 'heif' && compression !== 'av1'))
    throw new Error(`Expected JPEG, PNG, WebP, AVIF or GIF, found ${format}.`)
  const options = { limitInputPixels: mostPixels, animated: pages > 1 }
  const shrunk = (size: Pick<ResizeOptions, 'width' | 'height'>) =>
    sharp(bytes, options)
      .autoOrient()
      .resize({ ...size, fit: 'inside', withoutEnlargement: true })
  const sizes = {} as Record<SizeName, Made>
  for (const [name, width] of Object.entries(sizeWidths) as [SizeName, number][])
    sizes[name] = await encoded(shrunk({ width }))
  return {
    picture: await encoded(shrunk({ width: largestSide, height: largestSide })),
    sizes,
    placeholder: await placeholderOf(bytes),
  }
}

async function encoded(picture: Sharp): Promise<Made> {
  const { data, info } = await picture.webp({ quality }).toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.pageHeight ?? info.height }
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
