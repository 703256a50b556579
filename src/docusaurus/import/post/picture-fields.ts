import type { Body } from '@/richtext/nodes'

/** The fields of a block that shows a picture by its address. */
type PictureFields = { address: string; alt?: unknown; picture?: unknown }

/** Whether some value inside a body is the fields of a picture that has an address. */
export const isPictureFields = (value: unknown): value is PictureFields =>
  typeof value === 'object' &&
  value !== null &&
  'blockType' in value &&
  (value.blockType === 'image' || value.blockType === 'inlineImage') &&
  'address' in value &&
  typeof value.address === 'string'

/** The alternative texts in a body, by the addresses of their pictures. */
export function descriptionsIn(body: Body): Map<string, string> {
  const found = new Map<string, string>()
  JSON.parse(JSON.stringify(body), (_, value: unknown) => {
    if (isPictureFields(value) && typeof value.alt === 'string' && value.alt !== '')
      found.set(value.address, value.alt)
    return value
  })
  return found
}
