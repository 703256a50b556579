import { between, seeded } from './seeded'

type Point = [x: number, y: number]

const round = (value: number) => Math.round(value * 10) / 10

/** Returns a smooth curve through points (Catmull-Rom as cubic Béziers), without the first move. */
function curve(points: Point[]): string {
  return points
    .slice(1)
    .map((point, index) => {
      const [from, before] = [points[index] ?? point, points[index - 1] ?? points[index] ?? point]
      const after = points[index + 2] ?? point
      const c1 = [from[0] + (point[0] - before[0]) / 6, from[1] + (point[1] - before[1]) / 6]
      const c2 = [point[0] - (after[0] - from[0]) / 6, point[1] - (after[1] - from[1]) / 6]
      return `C${[...c1, ...c2, ...point].map(round).join(' ')}`
    })
    .join('')
}

export const through = (points: Point[]) => `M${points[0]?.map(round).join(' ') ?? '0 0'}${curve(points)}`

/** Returns the heights of a ridge at `steps` places from left to right: a few waves that get weaker. */
export function ridgePoints(ridge: {
  seed: number
  width: number
  y: number
  height: number
  waves?: number
  steps?: number
}): Point[] {
  const { seed, width, y, height, waves = 3, steps = 48 } = ridge
  const random = seeded(seed)
  const parts = Array.from({ length: 5 }, (_, index) => ({
    frequency: waves * (index + 1) * between(random, 0.7, 1.2),
    phase: between(random, 0, Math.PI * 2),
    strength: 1 / (index + 1) ** 1.5,
  }))
  return Array.from({ length: steps + 1 }, (_, step) => {
    const t = step / steps
    const wave = parts.reduce(
      (sum, part) => sum + part.strength * Math.sin(t * Math.PI * 2 * (part.frequency / 2) + part.phase),
      0,
    )
    return [t * (width + 40) - 20, y - (wave * height) / 2]
  })
}

/** Land below a ridge, down to `bottom`. */
export function land(points: Point[], bottom: number): string {
  const [left] = points[0] ?? [0]
  const [right] = points.at(-1) ?? [0]
  return `${through(points)}L${round(right)} ${bottom}L${round(left)} ${bottom}Z`
}

/** One lens of the kawung from the origin along x: two arcs, each a quarter of a circle. */
export function lens(length: number): string {
  const r = round(length / Math.SQRT2)
  return `M0 0A${r} ${r} 0 0 1 ${round(length)} 0A${r} ${r} 0 0 1 0 0Z`
}

/** A kawung over a rectangle: four lenses at each point of a grid that stands on its corner, two dots in each. */
export function kawungMotif(area: {
  width: number
  height: number
  length: number
  fill: string
  dots?: string
  gap?: number
}): string {
  const { width, height, length, fill, dots, gap = 0.09 } = area
  const petal = lens(length * (1 - 2 * gap))
  const pitch = length * Math.SQRT2
  const shapes: string[] = []
  for (let y = -pitch; y < height + pitch; y += pitch / 2) {
    const shifted = Math.round(y / (pitch / 2)) % 2 !== 0
    for (let x = -pitch + (shifted ? pitch / 2 : 0); x < width + pitch; x += pitch) {
      for (const angle of [45, 135]) {
        const place = `translate(${round(x)} ${round(y)}) rotate(${angle}) translate(${round(gap * length)} 0)`
        shapes.push(`<path d="${petal}" fill="${fill}" transform="${place}"/>`)
        if (dots) shapes.push(isen(length * (1 - 2 * gap), dots, place))
      }
    }
  }
  return shapes.join('')
}

function isen(length: number, fill: string, transform: string): string {
  const r = round(length * 0.035)
  const at = (share: number) => `<circle cx="${round(length * share)}" r="${r}"/>`
  return `<g fill="${fill}" transform="${transform}">${at(0.38)}${at(0.62)}</g>`
}

/** A ring of `count` copies of a shape around a point. */
export function ring(shape: string, count: number, transform = ''): string {
  const copies = Array.from(
    { length: count },
    (_, i) => `<g transform="rotate(${(360 / count) * i})">${shape}</g>`,
  )
  return `<g transform="${transform}">${copies.join('')}</g>`
}
