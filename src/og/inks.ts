import { type Palette, type Rgb, rgbOf } from './palette.ts'

/** Mixes colours on the entries of a palette. An ink is a number that `of` gave. */
export type Inks = {
  /** How finely a pixel's cover is told: 0 to this. */
  levels: number
  of: (colour: string) => number
  /** The entry for a pixel of entry `under` that the ink covers so far. */
  mix: (ink: number, under: number, covered: number) => number
}

const levels = 16

/** Each mixture is looked for once. */
export function inksOn({ colours, nearest }: Palette): Inks {
  const known: { rgb: Rgb; mixed: Int16Array }[] = []
  const numbers = new Map<string, number>()

  const mixture = ([red, green, blue]: Rgb, under: number, covered: number) => {
    const [part, rest] = [covered / levels, 1 - covered / levels]
    return nearest(
      red * part + (colours[under * 3] ?? 0) * rest,
      green * part + (colours[under * 3 + 1] ?? 0) * rest,
      blue * part + (colours[under * 3 + 2] ?? 0) * rest,
    )
  }

  return {
    levels,
    of(colour) {
      const number = numbers.get(colour)
      if (number !== undefined) return number
      numbers.set(colour, known.length)
      known.push({ rgb: rgbOf(colour), mixed: new Int16Array(256 * (levels + 1)).fill(-1) })
      return known.length - 1
    },
    mix(ink, under, covered) {
      const { rgb, mixed } = known[ink] ?? { rgb: [0, 0, 0] as const, mixed: new Int16Array() }
      const at = under * (levels + 1) + covered
      const found = mixed[at] ?? -1
      if (found >= 0) return found
      const index = mixture(rgb, under, covered)
      mixed[at] = index
      return index
    },
  }
}
