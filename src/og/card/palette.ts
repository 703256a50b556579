/** A colour as red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number]

export type Palette = {
  /** 256 colours of three bytes each. */
  colours: Uint8Array
  /** The number of colours in use. */
  count: number
  /** Returns the index of the nearest colour. */
  nearest: (red: number, green: number, blue: number) => number
}

/** The number of entries that are reserved for the ground's own colours. */
const groundColours = 136

/** The number of shades between a ground and each ink. With so many, no step shows at the edge of a letter. */
const shades = 20

/** Colours are counted by this many bits of each channel, so colours that hardly differ count as one. */
const bits = 7
const drop = 8 - bits

/**
 * Makes the palette of a ground (RGB pixels) and of the inks that will stand on it: the ground's most frequent
 * colours, and the shades from its two main colours to the inks. Soft edges are made of those shades.
 */
export function paletteOf(ground: Uint8Array, inks: readonly Rgb[]): Palette {
  const frequent = frequentColours(ground)
  const mains = [frequent[0] ?? white, frequent[1] ?? white]
  const steps = Math.min(shades, Math.floor((256 - groundColours) / (mains.length * inks.length)))
  const edges = mains.flatMap((under) => inks.flatMap((ink) => between(under, ink, steps)))
  const chosen = [...frequent.slice(0, groundColours), ...edges].slice(0, 256)
  const colours = new Uint8Array(256 * 3)
  for (const [index, colour] of chosen.entries()) colours.set(colour, index * 3)
  return {
    colours,
    count: chosen.length,
    nearest: (red, green, blue) => nearestOf(colours, chosen.length, [red, green, blue]),
  }
}

/** Reads `#rgb` or `#rrggbb`. */
export function rgbOf(hex: string): Rgb {
  const digits = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(digits.slice(at, at + 2), 16))
  return [red, green, blue]
}

const white: Rgb = [255, 255, 255]

const between = (from: Rgb, to: Rgb, steps: number): Rgb[] =>
  Array.from({ length: steps }, (_, step) => {
    const part = (step + 1) / steps
    const [red = 0, green = 0, blue = 0] = from.map((channel, index) =>
      Math.round(channel + ((to[index] ?? 0) - channel) * part),
    )
    return [red, green, blue]
  })

/**
 * Returns the colours of the pixels, the most frequent first. Colours that hardly differ are represented by the
 * first of them.
 */
function frequentColours(pixels: Uint8Array): Rgb[] {
  const counts = new Uint32Array(1 << (3 * bits))
  const firsts = new Map<number, number>()
  for (let at = 0; at < pixels.length; at += 3) {
    const bin = binOf(pixels, at)
    const count = counts[bin] ?? 0
    if (count === 0) firsts.set(bin, at)
    counts[bin] = count + 1
  }
  return [...firsts]
    .sort(([one], [other]) => (counts[other] ?? 0) - (counts[one] ?? 0))
    .map(([, at]) => [pixels[at] ?? 0, pixels[at + 1] ?? 0, pixels[at + 2] ?? 0])
}

const binOf = (pixels: Uint8Array, at: number) =>
  ((((pixels[at] ?? 0) >> drop) << bits) | ((pixels[at + 1] ?? 0) >> drop)) * (1 << bits) +
  ((pixels[at + 2] ?? 0) >> drop)

function nearestOf(colours: Uint8Array, count: number, [red, green, blue]: Rgb): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let index = 0, at = 0; index < count; index++, at += 3) {
    const [r, g, b] = [
      (colours[at] ?? 0) - red,
      (colours[at + 1] ?? 0) - green,
      (colours[at + 2] ?? 0) - blue,
    ]
    const distance = 2 * r * r + 4 * g * g + 3 * b * b
    if (distance < least) {
      least = distance
      best = index
    }
  }
  return best
}
