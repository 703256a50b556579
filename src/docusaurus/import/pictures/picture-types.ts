import { extname } from 'node:path'

/** The types of pictures that the media library takes. SVG is not among them, since it may hold scripts. */
export const pictureTypes: Record<string, string> = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
}

/** The type of a picture by the ending of its file's name. Undefined for any other file. */
export const pictureTypeOf = (file: string): string | undefined => pictureTypes[extname(file).toLowerCase()]
