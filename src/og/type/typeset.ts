import type { Drawn, SatoriElement, SatoriStyle, TextStyle, Typesetter } from '../card/card.ts'
import { directionOf, inVisualOrder, levelsOf } from './bidi.ts'
import type { EmojiDrawings } from './emoji.ts'
import type { EastAsian, Face, Fonts } from './fonts.ts'
import { createGlyphs, eastAsianOf, emojiRoom, type Glyph, graphemesOf } from './glyphs.ts'

/**
 * A stretch of a line: letters of one font in one direction, letters that we set ourselves, a picture, or the space
 * between words.
 */
type Part = { level: number } & (
  | { kind: 'letters'; face: Face; text: string }
  | { kind: 'square'; letters: { face: Face; codePoint: number }[] }
  | { kind: 'picture'; emoji: string }
  | { kind: 'space' }
)

/** How far a picture reaches below the baseline, in ems, so that it is centred on the letters. */
const pictureDrop = 0.14

/**
 * Turns lines of text into elements that leave Satori nothing to decide: each stretch names its one font, stands in
 * visual order, and shares one baseline with the others.
 */
export function createTypesetter(fonts: Fonts, drawings: EmojiDrawings): Typesetter {
  const glyphs = createGlyphs(fonts, drawings)
  const { drawable, missing, measure } = glyphs

  const partsOf = (line: string, levelAt: (index: number) => number, style: TextStyle, script: EastAsian) => {
    const parts: Part[] = []
    let at = 0
    for (const grapheme of graphemesOf(line)) {
      const level = levelAt(at)
      at += grapheme.length
      if (grapheme === ' ') parts.push({ kind: 'space', level })
      else for (const glyph of glyphs.of(grapheme, style.weight, script)) append(parts, glyph, level)
    }
    return parts
  }

  return {
    drawable,
    missing,
    measure,
    directionOf,
    rows(lines, style) {
      const paragraph = lines.join(' ')
      const script = eastAsianOf(paragraph)
      const levels = levelsOf(paragraph)
      const space = measure(style.weight, style.tracking ?? 0)(' ') * style.size
      // Every line has the baseline of the first typeface, whatever fonts stand on it.
      const first = fonts.face([0x78], style.weight, script)
      const baseline = first ? baselineOf(first, style) : 0
      let start = 0
      return lines.map((line) => {
        const from = start
        start += line.length + 1
        const parts = inVisualOrder(partsOf(line, (index) => levels?.[from + index] ?? 0, style, script))
        const elements = parts.map((part) => element(part, style, { baseline, space, drawings }))
        // Most lines are one stretch. Each element that Satori does not have to lay out saves a tenth of a
        // millisecond.
        return elements.length === 1 && elements[0] ? elements[0] : row(elements, style)
      })
    },
  }
}

/**
 * Appends a glyph to the parts of a line. From left to right, words of one font stay one stretch. From right to
 * left, each word is a stretch of its own, because Satori would not reorder them.
 */
function append(parts: Part[], glyph: Glyph, level: number) {
  if ('emoji' in glyph) {
    parts.push({ kind: 'picture', emoji: glyph.emoji, level })
    return
  }
  const { face, text } = glyph
  const last = parts.at(-1)
  if (face.square && level % 2 === 0 && face.glyphs.has(single(text))) {
    const letter = { face, codePoint: single(text) }
    if (last?.kind === 'square' && last.level === level) last.letters.push(letter)
    else parts.push({ kind: 'square', letters: [letter], level })
    return
  }
  const before = parts.at(-2)
  const joins = (part: Part | undefined) =>
    part?.kind === 'letters' && part.face === face && part.level === level ? part : undefined
  const word = joins(last)
  const words = last?.kind === 'space' && last.level === level && level % 2 === 0 ? joins(before) : undefined
  if (word) word.text += text
  else if (words && face.advances.has(0x20)) {
    parts.pop()
    words.text += ` ${text}`
  } else parts.push({ kind: 'letters', face, text, level })
}

/** Returns the code point of a text that has exactly one, otherwise -1. */
function single(text: string): number {
  const [first = '', second] = text
  return second === undefined ? (first.codePointAt(0) ?? -1) : -1
}

type Measures = { baseline: number; space: number; drawings: EmojiDrawings }

function element(part: Part, style: TextStyle, { baseline, space, drawings }: Measures): SatoriElement {
  const { size, leading, weight, colour, tracking = 0 } = style
  if (part.kind === 'space') return { type: 'div', props: { style: { width: space } } }
  const place = { height: size * leading, flexShrink: 0 }
  if (part.kind === 'picture') {
    const drop = baseline + pictureDrop * size - size
    const drawn: Drawn = ({ left, top }) => ({
      picture: drawings.element(part.emoji, { x: left + emojiRoom * size, y: top + drop, size }),
    })
    return { type: 'div', props: { style: { ...place, width: (1 + 2 * emojiRoom) * size }, drawn } }
  }
  if (part.kind === 'square') {
    const advance = ({ face, codePoint }: (typeof part.letters)[number]) =>
      ((face.advances.get(codePoint) ?? 0) + tracking) * size
    const width = part.letters.reduce((sum, letter) => sum + advance(letter), 0)
    const drawn: Drawn = ({ left, top }) => {
      let x = left
      let path = ''
      for (const letter of part.letters) {
        const { face, codePoint } = letter
        const at = { x, y: top + baseline, scale: size / face.unitsPerEm }
        path += face.outline(face.glyphs.get(codePoint) ?? 0, at)
        x += advance(letter)
      }
      return { fill: colour, path }
    }
    return { type: 'div', props: { style: { ...place, width }, drawn } }
  }
  return {
    type: 'div',
    props: {
      style: {
        display: 'block',
        position: 'relative',
        top: baseline - baselineOf(part.face, style),
        flexShrink: 0,
        whiteSpace: 'pre',
        height: size * leading,
        fontFamily: part.face.name,
        fontSize: size,
        fontWeight: weight,
        lineHeight: leading,
        color: colour,
        ...(tracking !== 0 && !part.face.cursive && { letterSpacing: `${tracking}em` }),
        ...(part.level % 2 === 1 && { direction: 'rtl' }),
      },
      children: part.text,
    },
  }
}

/** Returns the place where Satori puts the baseline of a line: it rounds the font's metrics and halves the rest. */
function baselineOf({ ascent, descent }: Face, { size, leading }: TextStyle): number {
  const [above, below] = [Math.round(ascent * size), Math.round(descent * size)]
  return above + Math.floor((size * leading - above - below) / 2)
}

const row = (children: SatoriElement[], { size, leading }: TextStyle): SatoriElement => ({
  type: 'div',
  props: { style: { display: 'flex', height: size * leading } satisfies SatoriStyle, children },
})
