/** Returns numbers from 0 to 1 that are the same for the same seed (mulberry32), so that a picture can be redrawn. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A seeded number between two others. */
export const between = (random: () => number, low: number, high: number) => low + random() * (high - low)
