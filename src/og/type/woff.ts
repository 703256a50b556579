import { inflateSync } from 'node:zlib'
import { type OutlineWriter, outlineWriter } from './glyf.ts'

/** Advance widths by code point, as fractions of the em. A missing code point has no glyph. */
type Advances = ReadonlyMap<number, number>

/**
 * The facts that are needed to set text in a font. Lengths are fractions of the em; `descent` is positive below the
 * baseline.
 */
export type FontFacts = {
  advances: Advances
  ascent: number
  descent: number
  unitsPerEm: number
  /** Glyph numbers by code point. */
  glyphs: ReadonlyMap<number, number>
  outline: OutlineWriter
}

/**
 * Reads the character map, the advance widths and the line metrics of a WOFF 1.0 or TrueType file (W3C WOFF;
 * OpenType cmap formats 4 and 12).
 * @throws Error when the bytes are not such a file.
 */
export function fontFacts(file: Buffer): FontFacts {
  const tables = tableReader(file)
  const unitsPerEm = tables('head').readUInt16BE(18)
  const horizontal = tables('hmtx')
  const line = tables('hhea')
  const widths = line.readUInt16BE(34)
  const width = (glyph: number) => horizontal.readUInt16BE(4 * Math.min(glyph, widths - 1)) / unitsPerEm
  const advances = new Map<number, number>()
  const glyphs = new Map<number, number>()
  for (const [codePoint, glyph] of mappings(tables('cmap'))) {
    if (glyph === 0) continue
    advances.set(codePoint, width(glyph))
    glyphs.set(codePoint, glyph)
  }
  return {
    advances,
    ascent: line.readInt16BE(4) / unitsPerEm,
    descent: -line.readInt16BE(6) / unitsPerEm,
    unitsPerEm,
    glyphs,
    outline: outlineWriter(tables),
  }
}

type Entry = { offset: number; stored: number; length: number }

function tableReader(file: Buffer): (tag: string) => Buffer {
  const entries = new Map(directory(file))
  return (tag) => {
    const entry = entries.get(tag)
    if (!entry) throw new Error(`The font has no \`${tag}\` table. Use a file that a browser can use.`)
    const bytes = file.subarray(entry.offset, entry.offset + entry.stored)
    return entry.stored < entry.length ? inflateSync(bytes) : bytes
  }
}

function directory(file: Buffer): [tag: string, entry: Entry][] {
  const signature = file.toString('hex', 0, 4)
  const woff = signature === woffSignature
  if (!woff && signature !== trueTypeSignature) {
    throw new Error(`Expected a WOFF 1.0 or TrueType font, found a file that begins with ${signature}.`)
  }
  return Array.from({ length: file.readUInt16BE(woff ? 12 : 4) }, (_, index) => {
    const at = woff ? 44 + 20 * index : 12 + 16 * index
    const [one, two, three] = [4, 8, 12].map((offset) => file.readUInt32BE(at + offset))
    const entry = woff
      ? { offset: one ?? 0, stored: two ?? 0, length: three ?? 0 }
      : { offset: two ?? 0, stored: three ?? 0, length: three ?? 0 }
    return [file.toString('latin1', at, at + 4), entry]
  })
}

const woffSignature = '774f4646'
const trueTypeSignature = '00010000'

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
