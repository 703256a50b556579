/** First and last byte, both inclusive. */
export type ByteRange = { first: number; last: number }

const one = /^bytes=(?:(\d+)-(\d*)|-(\d+))$/i

/**
 * Reads the one range that a request asks for, of a body of `length` bytes (RFC 9110, 14.1.2). Returns undefined
 * when the request has no range or one that may be ignored, such as several ranges, and 'none' when the range lies
 * beyond the body.
 */
export function byteRange(header: string | null, length: number): ByteRange | 'none' | undefined {
  const [, from, to, suffix] = one.exec(header ?? '') ?? []
  if (suffix !== undefined) {
    const count = Math.min(Number(suffix), length)
    return count === 0 ? 'none' : { first: length - count, last: length - 1 }
  }
  if (from === undefined) return undefined
  const first = Number(from)
  const last = to ? Math.min(Number(to), length - 1) : length - 1
  if (to && Number(to) < first) return undefined
  return first >= length ? 'none' : { first, last }
}
