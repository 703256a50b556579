import type { Change } from './adler.ts'

export type Coverage = {
  /** Adds an outline (see Shape). Parts outside the area are cut off. */
  add: (path: string) => void
  /**
   * Mixes the outlines into indices of a palette, and empties the area. `mixtures` gives the new index for an index
   * and a cover of 0 to `levels`, at `index * (levels + 1) + cover`. The area's first pixel is at `offset` of
   * `target`, whose rows are `stride` long; pixels beyond `target` are left out. Returns how `target` has changed,
   * and between which rows of the area.
   */
  mix: (into: {
    target: Uint8Array
    offset: number
    stride: number
    levels: number
    mixtures: Uint8Array
  }) => Change & { first: number; end: number }
}

/**
 * The greatest distance, in pixels, between a curve and the straight line that replaces it. FreeType's rasterizer
 * allows 0.25.
 */
const tolerance = 0.15

/**
 * Fills outlines by summing the signed area that each edge leaves to its right, as FreeType's smooth rasterizer
 * does. The coverage is exact, and the time grows with the length of the outlines. Overlapping letters count once.
 */
export function coverage(width: number, height: number): Coverage {
  // Two columns more than the width, for the area that an edge in the last column leaves to its right.
  const stride = width + 2
  const area = new Float32Array(stride * height)
  // The range of columns of each row that edges were added to; the end is exclusive.
  const lefts = new Int32Array(height).fill(stride)
  const rights = new Int32Array(height)

  const line = (x0: number, y0: number, x1: number, y1: number) => {
    if (y0 === y1) return
    const sign = y0 < y1 ? 1 : -1
    const [upperX, upperY, lowerX, lowerY] = y0 < y1 ? [x0, y0, x1, y1] : [x1, y1, x0, y0]
    if (lowerY <= 0 || upperY >= height) return
    const slope = (lowerX - upperX) / (lowerY - upperY)
    const first = Math.max(0, Math.floor(upperY))
    const end = Math.min(height, Math.ceil(lowerY))
    let x = upperY < 0 ? upperX - upperY * slope : upperX
    for (let row = first; row < end; row++) {
      const high = Math.min(row + 1, lowerY) - Math.max(row, upperY)
      const next = x + slope * high
      edge(row, within(x), within(next), high * sign)
      x = next
    }
  }

  const within = (x: number) => Math.max(0, Math.min(x, width))

  /** Adds an edge inside one row, from x to next. It covers `high` of the row's height. */
  const edge = (row: number, x: number, next: number, high: number) => {
    const left = Math.min(x, next)
    const right = Math.max(x, next)
    const from = Math.floor(left)
    const to = Math.ceil(right)
    const start = row * stride
    if (from < (lefts[row] ?? 0)) lefts[row] = from
    if (to + 2 > (rights[row] ?? 0)) rights[row] = to + 2
    if (to <= from + 1) {
      const middle = (left + right) / 2 - from
      add(start + from, high * (1 - middle))
      add(start + from + 1, high * middle)
      return
    }
    const steep = 1 / (right - left)
    const begun = 1 - (left - from)
    const ended = right - to + 1
    const inFirst = (steep * begun * begun) / 2
    const inLast = (steep * ended * ended) / 2
    add(start + from, high * inFirst)
    if (to === from + 2) add(start + from + 1, high * (1 - inFirst - inLast))
    else {
      const inSecond = steep * (begun + 0.5)
      add(start + from + 1, high * (inSecond - inFirst))
      for (let column = from + 2; column < to - 1; column++) add(start + column, high * steep)
      add(start + to - 1, high * (1 - inSecond - (to - from - 3) * steep - inLast))
    }
    add(start + to, high * inLast)
  }

  const add = (at: number, part: number) => {
    area[at] = (area[at] ?? 0) + part
  }

  return {
    add: (path) => trace(path, line),
    mix({ target, offset, stride: targetStride, levels, mixtures }) {
      let sum = 0
      let moment = 0
      let first = height
      let last = -1
      for (let row = 0; row < height; row++) {
        const left = lefts[row] ?? 0
        const right = Math.min(rights[row] ?? 0, stride)
        if (right <= left) continue
        first = Math.min(first, row)
        last = row
        lefts[row] = stride
        rights[row] = 0
        let signed = 0
        let level = 0
        const end = row * stride + Math.min(right, width)
        const shift = offset + row * (targetStride - stride)
        for (let at = row * stride + left; at < end; at++) {
          // The cover stays the same between edges, and most pixels have none.
          while (level === 0 && at < end && area[at] === 0) at++
          if (at === end) break
          const part = area[at] ?? 0
          if (part !== 0) {
            area[at] = 0
            signed += part
            const cover = signed < 0 ? -signed : signed
            level = cover >= 1 ? levels : (cover * levels + 0.5) | 0
          }
          const under = target[at + shift]
          if (level === 0 || under === undefined) continue
          const over = mixtures[under * (levels + 1) + level] ?? 0
          target[at + shift] = over
          sum += over - under
          moment += (over - under) * (target.length - at - shift)
        }
        area.fill(0, row * stride + width, row * stride + stride)
      }
      return { sum, moment, first, end: last + 1 }
    },
  }
}

type Line = (x0: number, y0: number, x1: number, y1: number) => void

/** Follows an outline by straight lines. Open parts are closed, as SVG closes them to fill them. */
function trace(path: string, line: Line): void {
  let at = 0
  const number = () => {
    let code = path.charCodeAt(at)
    while (code === space || code === comma) code = path.charCodeAt(++at)
    const sign = code === minus ? -1 : 1
    if (code === minus) code = path.charCodeAt(++at)
    let value = 0
    while (code >= zero && code <= nine) {
      value = value * 10 + code - zero
      code = path.charCodeAt(++at)
    }
    if (code === point) {
      let unit = 0.1
      code = path.charCodeAt(++at)
      while (code >= zero && code <= nine) {
        value += (code - zero) * unit
        unit /= 10
        code = path.charCodeAt(++at)
      }
    }
    return sign * value
  }
  let [startX, startY, x, y] = [0, 0, 0, 0]
  const close = () => line(x, y, startX, startY)
  while (at < path.length) {
    const command = path[at++]
    if (command === 'M') {
      close()
      startX = x = number()
      startY = y = number()
    } else if (command === 'L') {
      const [toX, toY] = [number(), number()]
      line(x, y, toX, toY)
      x = toX
      y = toY
    } else if (command === 'Q') {
      const [viaX, viaY, toX, toY] = [number(), number(), number(), number()]
      quadratic([x, y, viaX, viaY, toX, toY], line)
      x = toX
      y = toY
    } else if (command === 'C') {
      const points = [x, y, number(), number(), number(), number(), number(), number()] as const
      cubic(points, line)
      x = points[6]
      y = points[7]
    } else if (command === 'Z') {
      close()
      x = startX
      y = startY
    }
  }
  close()
}

const [space, comma, minus, point, zero, nine] = [32, 44, 45, 46, 48, 57]

function quadratic([x0, y0, x1, y1, x2, y2]: [number, number, number, number, number, number], line: Line) {
  const bend = Math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2)
  const steps = Math.max(1, Math.ceil(Math.sqrt(bend / (4 * tolerance))))
  let [x, y] = [x0, y0]
  for (let step = 1; step <= steps; step++) {
    const t = step / steps
    const [a, b, c] = [(1 - t) * (1 - t), 2 * t * (1 - t), t * t]
    const [nextX, nextY] = [a * x0 + b * x1 + c * x2, a * y0 + b * y1 + c * y2]
    line(x, y, nextX, nextY)
    x = nextX
    y = nextY
  }
}

type Cubic = readonly [number, number, number, number, number, number, number, number]

function cubic([x0, y0, x1, y1, x2, y2, x3, y3]: Cubic, line: Line) {
  const bend = Math.max(
    Math.hypot(x0 - 2 * x1 + x2, y0 - 2 * y1 + y2),
    Math.hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3),
  )
  const steps = Math.max(1, Math.ceil(Math.sqrt((0.75 * bend) / tolerance)))
  let [x, y] = [x0, y0]
  for (let step = 1; step <= steps; step++) {
    const t = step / steps
    const u = 1 - t
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
    const [nextX, nextY] = [a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3]
    line(x, y, nextX, nextY)
    x = nextX
    y = nextY
  }
}
