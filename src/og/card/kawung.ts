/** The number of different backgrounds. */
export const variants = 12

/** `tile` is a length in whole pixels. Petals lie on a tile's diagonals, or along its edges when `upright`. */
export type KawungPattern = { tile: number; upright: boolean; vein: 'line' | 'dots' | 'none' }

const fnvOffset = 0x811c9dc5
const fnvPrime = 0x01000193

/** Returns the number of the background that belongs to a seed, such as a document's id (FNV-1a, 32 bits). */
export function variantOf(seed: string): number {
  let hash = fnvOffset
  for (const byte of new TextEncoder().encode(seed)) hash = Math.imul(hash ^ byte, fnvPrime) >>> 0
  return hash % variants
}

/** Returns one seed for each background. */
export function seedOfEach(): string[] {
  const seeds = new Map<number, string>()
  for (let number = 0; seeds.size < variants; number++) seeds.set(variantOf(`${number}`), `${number}`)
  return [...seeds.values()]
}

/**
 * Returns the kawung of one background. Backgrounds vary in scale (three), in the detail of a petal (three) and in
 * direction (diagonal or upright).
 */
export function kawungPattern(variant: number): KawungPattern {
  return {
    tile: [84, 112, 168][variant % 3] ?? 112,
    upright: Math.floor(variant / 3) % 2 === 1,
    vein: (['line', 'dots', 'none'] as const)[Math.floor(variant / 2) % 3] ?? 'line',
  }
}

/**
 * Draws one tile of kawung as an SVG `pattern` element. Kawung is the batik of ovals that meet in fours around a
 * small diamond. The pattern repeats without a seam. Tiles start on whole pixels and are never rotated, so all
 * tiles have the same pixels, stay sharp and compress well.
 */
export function kawungTile(
  id: string,
  { tile, upright, vein, left = 0 }: KawungPattern & { left?: number },
  fill: { petal: string; vein: string },
): string {
  const petals = upright ? uprightPetals : diagonalPetals
  const length = upright ? tile : tile * Math.SQRT1_2
  const knots = upright ? [[0.5, 0.5] as const] : [[0.5, 0.5] as const, ...corners]
  return [
    `<pattern id="${id}" x="${left}" width="${tile}" height="${tile}" patternUnits="userSpaceOnUse">`,
    ...petals.map(([x, y, angle]) => petal({ x: x * tile, y: y * tile, angle, length, vein }, fill)),
    ...knots.map(([x, y]) => diamond(x * tile, y * tile, length * 0.06, fill.petal)),
    '</pattern>',
  ].join('')
}

const corners = [
  [0, 0],
  [1, 0],
  [0, 1],
  [1, 1],
] as const

const diagonalPetals = [
  [0.25, 0.25, 45],
  [0.75, 0.25, 135],
  [0.25, 0.75, 135],
  [0.75, 0.75, 45],
] as const

/** The knots lie in the middle of the tile, so the petals cross its edges. */
const uprightPetals = [
  [0, 0.5, 0],
  [1, 0.5, 0],
  [0.5, 0, 90],
  [0.5, 1, 90],
] as const

type Petal = { x: number; y: number; angle: number; length: number; vein: KawungPattern['vein'] }

function petal({ x, y, angle, length, vein }: Petal, fill: { petal: string; vein: string }): string {
  const long = length * 0.43
  const wide = length * 0.24
  return (
    `<g transform="translate(${x} ${y}) rotate(${angle})">` +
    `<ellipse rx="${long}" ry="${wide}" fill="${fill.petal}"/>${veins[vein](long, wide, fill.vein)}</g>`
  )
}

const veins: Record<KawungPattern['vein'], (long: number, wide: number, fill: string) => string> = {
  line: (long, wide, fill) =>
    `<path d="M${-long * 0.62} 0Q0 ${-wide * 0.34} ${long * 0.62} 0Q0 ${wide * 0.34} ${-long * 0.62} 0z" fill="${fill}"/>`,
  dots: (long, wide, fill) =>
    [-0.42, 0, 0.42].map((at) => `<circle cx="${at * long}" r="${wide * 0.14}" fill="${fill}"/>`).join(''),
  none: () => '',
}

const diamond = (x: number, y: number, size: number, fill: string) =>
  `<path d="M${x} ${y - size}l${size} ${size}l${-size} ${size}l${-size} ${-size}z" fill="${fill}"/>`
