import { constants, crc32, deflateRawSync } from 'node:zlib'
import { adler32, joined } from './adler.ts'

/** Rows of a picture as a PNG stores them: a filter byte, then one byte per pixel. */
export type Rows = { bytes: Uint8Array; adler: number }

/** Compressed rows. In a PNG they must follow the rows that they followed when they were compressed. */
export type Segment = Rows & { deflated: Uint8Array }

type PngParts = { width: number; height: number; palette: Uint8Array; segments: Segment[] }

/** The distance over which DEFLATE can refer back (RFC 1951). */
const windowSize = 32_768

/**
 * Compresses rows. `before` are the rows above, which the compressed bytes may refer to; without it the segment may
 * follow any rows. `last` ends the stream. `adler` is the checksum of the rows, when it is already known.
 */
export function pngSegment(
  bytes: Uint8Array,
  {
    before,
    last = false,
    level,
    adler = adler32(bytes),
  }: { before?: Uint8Array; last?: boolean; level: number; adler?: number },
): Segment {
  const deflated = deflateRawSync(bytes, {
    level,
    memLevel: 8,
    // As large as the largest result, so that zlib does not have to join several buffers.
    chunkSize: 131_072,
    finishFlush: last ? constants.Z_FINISH : constants.Z_SYNC_FLUSH,
    ...(before && before.length > 0 && { dictionary: before.subarray(-windowSize) }),
  })
  // A copy, for zlib's answer is a view of its whole chunk, which a kept ground would hold on to.
  return { bytes, deflated: new Uint8Array(deflated), adler }
}

/** Returns the Adler-32 of rows that follow one another. */
export const adlerOf = (rows: readonly Rows[]): number =>
  rows.reduce((total, { adler, bytes }) => joined(total, adler, bytes.length), 1)

/** Makes a PNG with a palette (W3C PNG, colour type 3) from segments in order from top to bottom. */
export function indexedPng({ width, height, palette, segments }: PngParts): Buffer<ArrayBuffer> {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(adlerOf(segments))
  return Buffer.concat([
    signature,
    ...chunk('IHDR', [header]),
    ...chunk('PLTE', [palette]),
    ...chunk('IDAT', [zlibHeader, ...segments.map(({ deflated }) => deflated), sum]),
    ...chunk('IEND', []),
  ])
}

const signature = Buffer.from('89504e470d0a1a0a', 'hex')
const zlibHeader = Buffer.from('789c', 'hex')

function chunk(type: string, data: Uint8Array[]): Uint8Array[] {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(
    data.reduce((total, { length }) => total + length, 0),
    0,
  )
  head.write(type, 4, 'latin1')
  const tail = Buffer.alloc(4)
  tail.writeUInt32BE(data.reduce((value, part) => crc32(part, value), crc32(head.subarray(4))))
  return [head, ...data, tail]
}
