type Dye = {
  /** `hue` is the hue of the ground and its ovals, `sun` that of the sun (oklch, degrees). */
  hue: number
  sun: number
  /** A deep dye is dark in both themes. */
  deep: boolean
}

/** The appearance of one drawing of the batik pattern. Lengths are in the drawing's own units. */
export type KawungDesign = Dye & {
  /** The side of a tile, which holds one flower of four ovals. */
  tile: number
  /** In degrees. */
  turn: 0 | 45
  motif: 'bare' | 'seed' | 'vein'
  /** Centre and radius of the sun that rises in the cloth. */
  disc: { x: number; y: number; radius: number }
}

/** The size that a design is made for. The visible part is cropped around its middle. */
export const kawungSize = { width: 1200, height: 675 } as const

/** The dyes of batik: turmeric, indigo, leaf, soga, rain, sea, clay, forest, straw, mangosteen, sand, morinda. */
const dyes: readonly [Dye, ...Dye[]] = [
  { hue: 82, sun: 45, deep: false },
  { hue: 272, sun: 55, deep: true },
  { hue: 128, sun: 42, deep: false },
  { hue: 50, sun: 72, deep: true },
  { hue: 245, sun: 45, deep: false },
  { hue: 215, sun: 48, deep: true },
  { hue: 40, sun: 32, deep: false },
  { hue: 160, sun: 62, deep: true },
  { hue: 95, sun: 36, deep: false },
  { hue: 340, sun: 58, deep: true },
  { hue: 66, sun: 26, deep: false },
  { hue: 22, sun: 70, deep: true },
]

const tiles = [84, 104, 130, 164] as const
const turns = [0, 45] as const
const motifs = ['bare', 'seed', 'vein'] as const

/** Returns the design for a seed. Equal seeds give equal designs, on every page and machine. */
export function kawungOf(seed: string): KawungDesign {
  const random = randomFrom(seed)
  const dye = pick(dyes, random)
  return {
    ...dye,
    tile: pick(tiles, random),
    turn: pick(turns, random),
    motif: pick(motifs, random),
    disc: {
      x: between(0.34, 0.66, random) * kawungSize.width,
      y: between(0.42, 0.72, random) * kawungSize.height,
      radius: between(0.17, 0.3, random) * kawungSize.height,
    },
  }
}

/** Returns the designs for a list, in its order. Two neighbours never share a dye. */
export function kawungSequence(seeds: string[]): KawungDesign[] {
  const designs: KawungDesign[] = []
  for (const seed of seeds) {
    const design = kawungOf(seed)
    const clashes = designs.at(-1)?.hue === design.hue
    designs.push(clashes ? { ...design, ...dyeAfter(design.hue) } : design)
  }
  return designs
}

function dyeAfter(hue: number) {
  const index = dyes.findIndex((dye) => dye.hue === hue)
  return dyes[(index + 1) % dyes.length] ?? dyes[0]
}

const between = (least: number, most: number, random: () => number) =>
  Math.round(least * 100 + random() * (most - least) * 100) / 100

const pick = <Item>(items: readonly [Item, ...Item[]], random: () => number): Item =>
  items[Math.floor(random() * items.length)] ?? items[0]

/**
 * Pseudo-random numbers: FNV-1a for the state, then mulberry32. Both are small and give the same results
 * everywhere.
 */
function randomFrom(seed: string): () => number {
  let state = 0x811c9dc5
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}
