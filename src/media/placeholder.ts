import type { CollectionBeforeChangeHook } from 'payload'
import sharp from 'sharp'

/** Pixels on the longer side and the WebP quality: just enough for a blur of the picture's colours. */
const size = 16
const quality = 30

/**
 * Returns a picture as a `data:` address of some 150 bytes, which a page shows blurred while the picture loads. Returns
 * null for a picture with transparent parts, because the blur would remain visible through them.
 */
export async function placeholderOf(bytes: Buffer | string): Promise<string | null> {
  const small = await sharp(bytes)
    .autoOrient()
    .resize(size, size, { fit: 'inside' })
    .webp({ quality, smartSubsample: true, effort: 6 })
    .toBuffer()
  const { isOpaque } = await sharp(small).stats()
  return isOpaque ? `data:image/webp;base64,${small.toString('base64')}` : null
}

/** Keeps the placeholder of each uploaded picture. Payload has already read the file and refused what is no picture. */
export const keepPlaceholder: CollectionBeforeChangeHook = async ({ data, req: { file } }) =>
  file ? { ...data, placeholder: await placeholderOf(file.tempFilePath || file.data) } : data
