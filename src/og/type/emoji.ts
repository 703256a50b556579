import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { LRUCache } from 'lru-cache'

export type EmojiDrawings = {
  /** Returns the names of the drawings that together show a grapheme, or undefined when there are none. */
  names: (grapheme: string) => string[] | undefined
  /** Returns a drawing as an SVG element of `size` pixels, with its top left corner at a point. */
  element: (name: string, at: { x: number; y: number; size: number }) => string
}

const directory = ['node_modules', '@discordapp', 'twemoji', 'dist', 'svg']
const keptDrawings = 256

/**
 * Reads Twemoji's drawings below `root`, the directory that holds node_modules. A sequence without a drawing of its
 * own, such as another vendor's family, is shown as its members side by side, as platforms do.
 */
export function emojiDrawings(root: string): EmojiDrawings {
  const folder = path.join(root, ...directory)
  const known = new Set(readdirSync(folder).map((file) => path.basename(file, '.svg')))
  const drawings = new LRUCache<string, string>({ max: keptDrawings })

  const one = (text: string) => {
    const points = [...text].map((point) => (point.codePointAt(0) ?? 0).toString(16))
    const bare = points.filter((point) => point !== 'fe0f')
    return [points, bare].map((parts) => parts.join('-')).find((name) => known.has(name))
  }

  return {
    names(grapheme) {
      const whole = one(grapheme)
      if (whole) return [whole]
      const parts = grapheme.match(/[^\u200d]+/g)?.map(one)
      return parts?.every((part) => part !== undefined) ? parts : undefined
    },
    element(name, { x, y, size }) {
      const drawing = drawings.get(name) ?? readFileSync(path.join(folder, `${name}.svg`), 'utf8')
      drawings.set(name, drawing)
      return drawing.replace('<svg ', `<svg x="${x}" y="${y}" width="${size}" height="${size}" `)
    },
  }
}

const asksForPicture = /\p{Emoji_Presentation}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\ufe0f\u20e3]/u

/** Tells whether a grapheme is shown as a picture rather than as a letter (UTS 51, presentation style). */
export const isEmoji = (grapheme: string) => !grapheme.includes('\ufe0e') && asksForPicture.test(grapheme)
