import { inflateSync } from 'node:zlib'

/** Advance widths by code point, as fractions of the em. A code point that is missing has no glyph. */
export type Advances = ReadonlyMap<number, number>

/**
 * Reads the character map and the advance widths of a WOFF 1.0 file (W3C WOFF; OpenType cmap formats 4 and 12).
 * @throws where the bytes are not such a file.
 */
export function advancesOf(file: Buffer): Advances {
  const tables = tableReader(file)
  const unitsPerEm = tables('head').readUInt16BE(18)
  const horizontal = tables('hmtx')
  const widths = tables('hhea').readUInt16BE(34)
  const width = (glyph: number) => horizontal.readUInt16BE(4 * Math.min(glyph, widths - 1)) / unitsPerEm
  const advances = new Map<number, number>()
  for (const [codePoint, glyph] of mappings(tables('cmap'))) {
    if (glyph !== 0) advances.set(codePoint, width(glyph))
  }
  return advances
}

function tableReader(file: Buffer): (tag: string) => Buffer {
  if (file.toString('latin1', 0, 4) !== 'wOFF') {
    throw new Error(`Expected a WOFF 1.0 font, found bytes that begin with ${file.toString('hex', 0, 4)}.`)
  }
  const entries = new Map<string, { offset: number; stored: number; length: number }>()
  for (let index = 0; index < file.readUInt16BE(12); index++) {
    const at = 44 + 20 * index
    entries.set(file.toString('latin1', at, at + 4), {
      offset: file.readUInt32BE(at + 4),
      stored: file.readUInt32BE(at + 8),
      length: file.readUInt32BE(at + 12),
    })
  }
  return (tag) => {
    const entry = entries.get(tag)
    if (!entry) throw new Error(`The font has no \`${tag}\` table. Use a file that a browser can use.`)
    const bytes = file.subarray(entry.offset, entry.offset + entry.stored)
    return entry.stored < entry.length ? inflateSync(bytes) : bytes
  }
}

function* mappings(cmap: Buffer): Generator<[codePoint: number, glyph: number]> {
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(8 + 8 * index))
    const format = subtable.readUInt16BE(0)
    if (format === 4) yield* segmentMappings(subtable)
    if (format === 12) yield* groupMappings(subtable)
  }
}

function* segmentMappings(subtable: Buffer): Generator<[number, number]> {
  const doubled = subtable.readUInt16BE(6)
  const ends = 14
  const starts = ends + doubled + 2
  const deltas = starts + doubled
  const offsets = deltas + doubled
  for (let at = 0; at < doubled; at += 2) {
    const end = subtable.readUInt16BE(ends + at)
    const delta = subtable.readUInt16BE(deltas + at)
    const offset = subtable.readUInt16BE(offsets + at)
    for (let code = subtable.readUInt16BE(starts + at); code <= end && code !== 0xffff; code++) {
      if (offset === 0) {
        yield [code, (code + delta) & 0xffff]
        continue
      }
      const glyph = subtable.readUInt16BE(
        offsets + at + offset + 2 * (code - subtable.readUInt16BE(starts + at)),
      )
      yield [code, glyph === 0 ? 0 : (glyph + delta) & 0xffff]
    }
  }
}

function* groupMappings(subtable: Buffer): Generator<[number, number]> {
  for (let index = 0; index < subtable.readUInt32BE(12); index++) {
    const at = 16 + 12 * index
    const start = subtable.readUInt32BE(at)
    const glyph = subtable.readUInt32BE(at + 8)
    for (let code = start; code <= subtable.readUInt32BE(at + 4); code++) yield [code, glyph + code - start]
  }
}
