import type { CollectionBeforeChangeHook } from 'payload'
import sharp from 'sharp'

/** Pixels on the longer side, and how little of them is kept: a stain of the colours to come. */
const size = 16
const quality = 30

/**
 * A picture as a `data:` address of some 150 bytes, which a page shows blurred while the picture is on its way. None
 * for one that is transparent in places, where the stain would show through for good.
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

/**
 * Keeps the placeholder of each picture that is uploaded. Payload has read the file by then, and refused what is none.
 */
export const keepPlaceholder: CollectionBeforeChangeHook = async ({ data, req: { file } }) =>
  file ? { ...data, placeholder: await placeholderOf(file.tempFilePath || file.data) } : data
