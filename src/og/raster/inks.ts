import { type Palette, type Rgb, rgbOf } from '../card/palette.ts'

/** The number of steps in which an ink covers a pixel. More steps cannot be seen, and compress worse. */
export const levels = 16

/**
 * For one ink: `mixtures[entry * (levels + 1) + cover]` is the palette entry of a pixel that had `entry` and is
 * covered to `cover` by the ink.
 */
export type Mixtures = Uint8Array

/**
 * Returns a function that gives the mixtures of a colour with the entries of a palette. They are computed when a
 * colour is first asked for.
 */
export function mixturesOn({ colours, count, nearest }: Palette): (colour: string) => Mixtures {
  const known = new Map<string, Mixtures>()
  return (colour) => {
    const kept = known.get(colour)
    if (kept) return kept
    const [red, green, blue] = rgbOf(colour)
    const mixtures = new Uint8Array(256 * (levels + 1))
    for (let entry = 0; entry < count; entry++) {
      const under: Rgb = [colours[entry * 3] ?? 0, colours[entry * 3 + 1] ?? 0, colours[entry * 3 + 2] ?? 0]
      for (let cover = 0; cover <= levels; cover++) {
        const [part, rest] = [cover / levels, 1 - cover / levels]
        mixtures[entry * (levels + 1) + cover] = nearest(
          red * part + under[0] * rest,
          green * part + under[1] * rest,
          blue * part + under[2] * rest,
        )
      }
    }
    known.set(colour, mixtures)
    return mixtures
  }
}
