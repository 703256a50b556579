/** The folders of DATA_DIR whose files nothing can make again. A backup holds all of them. */
export const keptFolders = ['media', 'originals'] as const

export const manifestName = 'manifest.json'
export const sumsName = 'SHA256SUMS'
export const secretName = 'secret'

/** Returns the name of one part of a table's rows: `database/articles/000001.copy.gz`. */
export const partName = (table: string, part: number): string =>
  `database/${encodeURIComponent(table)}/${String(part).padStart(6, '0')}.copy.gz`

/**
 * True for the name of a file that may be written into DATA_DIR: `media/a.webp`, never `media/../a` or `media/.a`.
 * A name that starts with a dot is an unfinished file of ours, which no backup holds.
 */
export function isKeptFile(name: string): boolean {
  const [folder, ...segments] = name.split('/')
  return keptFolders.some((kept) => kept === folder) && segments.length > 0 && segments.every(isSegment)
}

/** Control characters and the backslash are refused too: on some systems they part folders, and they break SHA256SUMS. */
const isSegment = (segment: string) =>
  segment !== '' &&
  !segment.startsWith('.') &&
  Buffer.byteLength(segment) <= 255 &&
  !/[\p{Cc}\\:]/u.test(segment)
