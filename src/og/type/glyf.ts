/** Writes a glyph's outline (see Shape) with its origin at a point. `scale` is in pixels per unit of the font. */
export type OutlineWriter = (glyph: number, at: { x: number; y: number; scale: number }) => string

type Point = { x: number; y: number; on: boolean }
type Contour = Point[]

/** The depth to which a glyph may be composed of other glyphs. Fonts need two. */
const deepest = 5

/** Reads outlines from a font's tables (OpenType `glyf` and `loca`; CFF outlines are not supported). */
export function outlineWriter(tables: (tag: string) => Buffer): OutlineWriter {
  let read: { glyf: Buffer; offset: (glyph: number) => number } | undefined
  const load = () => {
    const loca = tables('loca')
    const long = tables('head').readInt16BE(50) === 1
    const offset = (glyph: number) => (long ? loca.readUInt32BE(glyph * 4) : loca.readUInt16BE(glyph * 2) * 2)
    return { glyf: tables('glyf'), offset }
  }

  const contours = (glyph: number, depth = 0): Contour[] => {
    read ??= load()
    const [from, to] = [read.offset(glyph), read.offset(glyph + 1)]
    if (from >= to || depth > deepest) return []
    const data = read.glyf.subarray(from, to)
    const count = data.readInt16BE(0)
    if (count >= 0) return simple(data, count)
    return components(data).flatMap(({ glyph: part, move }) =>
      contours(part, depth + 1).map((contour) => contour.map(move)),
    )
  }

  return (glyph, { x, y, scale }) => {
    const place = ({ x: right, y: up, on }: Point) => ({ x: x + right * scale, y: y - up * scale, on })
    return contours(glyph)
      .map((contour) => path(contour.map(place)))
      .join('')
  }
}

const flags = { on: 1, shortX: 2, shortY: 4, repeat: 8, sameX: 16, sameY: 32 } as const

function simple(data: Buffer, count: number): Contour[] {
  const ends = Array.from({ length: count }, (_, index) => data.readUInt16BE(10 + index * 2))
  const total = (ends.at(-1) ?? -1) + 1
  let at = 10 + count * 2
  at += 2 + data.readUInt16BE(at)
  const kinds: number[] = []
  while (kinds.length < total) {
    const kind = data[at++] ?? 0
    const times = kind & flags.repeat ? (data[at++] ?? 0) + 1 : 1
    for (let time = 0; time < times; time++) kinds.push(kind)
  }
  const coordinates = (short: number, same: number) => {
    let value = 0
    return kinds.map((kind) => {
      if (kind & short) value += kind & same ? (data[at++] ?? 0) : -(data[at++] ?? 0)
      else if (!(kind & same)) {
        value += data.readInt16BE(at)
        at += 2
      }
      return value
    })
  }
  const xs = coordinates(flags.shortX, flags.sameX)
  const ys = coordinates(flags.shortY, flags.sameY)
  const points = kinds.map((kind, index) => ({
    x: xs[index] ?? 0,
    y: ys[index] ?? 0,
    on: (kind & flags.on) !== 0,
  }))
  return ends.map((end, index) => points.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end + 1))
}

const parts = { words: 1, offsets: 2, scale: 8, more: 32, scales: 64, matrix: 128 } as const

type Component = { glyph: number; move: (point: Point) => Point }

function components(data: Buffer): Component[] {
  const found: Component[] = []
  let at = 10
  for (let kind: number = parts.more; kind & parts.more; ) {
    kind = data.readUInt16BE(at)
    const glyph = data.readUInt16BE(at + 2)
    const words = (kind & parts.words) !== 0
    const [first, second] = words
      ? [data.readInt16BE(at + 4), data.readInt16BE(at + 6)]
      : [data.readInt8(at + 4), data.readInt8(at + 5)]
    at += words ? 8 : 6
    const fraction = () => {
      at += 2
      return data.readInt16BE(at - 2) / 16_384
    }
    let [xx, xy, yx, yy] = [1, 0, 0, 1]
    if (kind & parts.scale) xx = yy = fraction()
    else if (kind & parts.scales) [xx, yy] = [fraction(), fraction()]
    else if (kind & parts.matrix) [xx, xy, yx, yy] = [fraction(), fraction(), fraction(), fraction()]
    const [right, up] = kind & parts.offsets ? [first, second] : [0, 0]
    const move = ({ x, y, on }: Point) => ({ x: x * xx + y * yx + right, y: x * xy + y * yy + up, on })
    found.push({ glyph, move })
  }
  return found
}

/** Two adjacent points off the curve imply a point on the curve, half-way between them. */
function path(contour: Contour): string {
  const start = contour.findIndex(({ on }) => on)
  const [first, last] = [contour[0], contour.at(-1)]
  if (!first || !last) return ''
  const from = contour[start] ?? middle(first, last)
  const rest = start < 0 ? contour : [...contour.slice(start + 1), ...contour.slice(0, start)]
  let written = `M${xy(from)}`
  let beside: Point | undefined
  for (const point of [...rest, from]) {
    const on = point.on || point === from
    if (beside) written += `Q${xy(beside)} ${xy(on ? point : middle(beside, point))}`
    else if (on) written += `L${xy(point)}`
    beside = on ? undefined : point
  }
  return `${written}Z`
}

const middle = (one: Point, other: Point): Point => ({
  x: (one.x + other.x) / 2,
  y: (one.y + other.y) / 2,
  on: true,
})

const xy = ({ x, y }: Point) => `${tenth(x)} ${tenth(y)}`
const tenth = (value: number) => Math.round(value * 10) / 10
