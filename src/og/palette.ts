/** A colour as red, green and blue, 0 to 255. */
export type Rgb = readonly [number, number, number]

export type Palette = {
  /** 256 colours of three bytes. */
  colours: Uint8Array
  /** The entry that is nearest to a colour. */
  nearest: (red: number, green: number, blue: number) => number
}

/** Entries that are left to what the ground itself is made of. */
const groundColours = 136

/** Shades between a ground and each ink: enough that no step is seen at the edge of a letter. */
const shades = 20

/** Bits of each channel by which a colour is looked up. */
const bits = 6
const shift = 8 - bits

/**
 * The palette of a ground (RGB pixels) and of inks that will stand on it: the ground's most frequent colours, and the
 * shades from its two main ones, and from the inks to each other's paper, that soft edges are made of.
 */
export function paletteOf(ground: Uint8Array, inks: readonly Rgb[]): Palette {
  const frequent = frequentColours(ground)
  const [paper, petal] = [
    frequent[0] ?? ([255, 255, 255] as const),
    frequent[1] ?? ([255, 255, 255] as const),
  ]
  const room = Math.floor((256 - groundColours) / (2 * inks.length))
  const edges = [paper, petal].flatMap((under) =>
    inks.flatMap((ink) => between(under, ink, Math.min(shades, room))),
  )
  const chosen = [...frequent.slice(0, groundColours), ...edges].slice(0, 256)
  const colours = new Uint8Array(256 * 3)
  for (const [index, colour] of chosen.entries()) colours.set(colour, index * 3)
  const known = new Int16Array(1 << (3 * bits)).fill(-1)
  return {
    colours,
    nearest(red, green, blue) {
      const bin = ((red >> shift) << (2 * bits)) | ((green >> shift) << bits) | (blue >> shift)
      const found = known[bin] ?? -1
      if (found >= 0) return found
      // By the middle of the bin and not by the colour, so that the order of drawing changes nothing.
      const index = nearestOf(colours, chosen.length, centre(red), centre(green), centre(blue))
      known[bin] = index
      return index
    },
  }
}

const centre = (channel: number) => ((channel >> shift) << shift) + (1 << (shift - 1))

const between = (from: Rgb, to: Rgb, steps: number): Rgb[] =>
  Array.from({ length: steps }, (_, step) => {
    const part = (step + 1) / steps
    const mixed = from.map((channel, index) => Math.round(channel + ((to[index] ?? 0) - channel) * part))
    return [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0] as const
  })

/** The colours of the pixels, the most frequent first; those that hardly differ are counted as one. */
function frequentColours(pixels: Uint8Array): Rgb[] {
  const counts = new Map<number, { count: number; colour: Rgb }>()
  for (let at = 0; at < pixels.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = [pixels[at], pixels[at + 1], pixels[at + 2]]
    const bin = ((red >> 1) << 14) | ((green >> 1) << 7) | (blue >> 1)
    const kept = counts.get(bin)
    if (kept) kept.count++
    else counts.set(bin, { count: 1, colour: [red, green, blue] })
  }
  return [...counts.values()].sort((one, other) => other.count - one.count).map(({ colour }) => colour)
}

function nearestOf(colours: Uint8Array, count: number, red: number, green: number, blue: number): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (let index = 0; index < count; index++) {
    const [r, g, b] = [colours[index * 3] ?? 0, colours[index * 3 + 1] ?? 0, colours[index * 3 + 2] ?? 0]
    const distance = 2 * (r - red) ** 2 + 4 * (g - green) ** 2 + 3 * (b - blue) ** 2
    if (distance < least) {
      least = distance
      best = index
    }
  }
  return best
}

/** Reads `#rgb` or `#rrggbb`. */
export function rgbOf(hex: string): Rgb {
  const digits = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(digits.slice(at, at + 2), 16))
  return [red, green, blue]
}
