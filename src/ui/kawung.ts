type Dye = {
  /** Hue of ground and ovals, and hue of the few ovals that glow (oklch, degrees). */
  hue: number
  spark: number
}

/** What one drawing of the batik pattern looks like. Angles in degrees, lengths in the drawing's own units. */
export type KawungDesign = Dye & {
  /** Side of a tile: one flower of four ovals. */
  tile: number
  turn: 0 | 45
  motif: 'bare' | 'seed' | 'vein'
  /** Which tiles glow, counted from the top left corner. */
  sparks: { column: number; row: number }[]
}

/** Pairs of hues that batik is dyed in: soga brown, indigo, morinda red, turmeric, leaf, sea. */
const dyes: readonly [Dye, ...Dye[]] = [
  { hue: 62, spark: 42 },
  { hue: 272, spark: 55 },
  { hue: 38, spark: 268 },
  { hue: 88, spark: 35 },
  { hue: 152, spark: 62 },
  { hue: 212, spark: 45 },
  { hue: 52, spark: 195 },
  { hue: 290, spark: 75 },
  { hue: 20, spark: 85 },
  { hue: 110, spark: 285 },
  { hue: 240, spark: 30 },
  { hue: 178, spark: 50 },
]

const tiles = [96, 120, 150, 190] as const
const turns = [0, 45] as const
const motifs = ['bare', 'seed', 'vein'] as const

/** The design for a seed: the same for the same seed, on every page and machine. */
export function kawung(seed: string): KawungDesign {
  const random = randomFrom(seed)
  const dye = pick(dyes, random)
  return {
    ...dye,
    tile: pick(tiles, random),
    turn: pick(turns, random),
    motif: pick(motifs, random),
    sparks: Array.from({ length: 3 }, () => ({
      column: Math.floor(random() * 6),
      row: Math.floor(random() * 4),
    })),
  }
}

/** Designs for a list in its order: no two neighbours share their dye. */
export function kawungSequence(seeds: string[]): KawungDesign[] {
  const designs: KawungDesign[] = []
  for (const seed of seeds) {
    const design = kawung(seed)
    const clashes = designs.at(-1)?.hue === design.hue
    designs.push(clashes ? { ...design, ...dyeAfter(design.hue) } : design)
  }
  return designs
}

function dyeAfter(hue: number) {
  const index = dyes.findIndex((dye) => dye.hue === hue)
  return dyes[(index + 1) % dyes.length] ?? dyes[0]
}

const pick = <Item>(items: readonly [Item, ...Item[]], random: () => number): Item =>
  items[Math.floor(random() * items.length)] ?? items[0]

/** FNV-1a for the state, then mulberry32: small, and the same everywhere. */
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
