import { LRUCache } from 'lru-cache'
import { type EmojiDrawings, isEmoji } from './emoji.ts'
import type { Measure } from './fit.ts'
import type { Weight } from './font-files.ts'
import type { EastAsian, Face, Fonts } from './fonts.ts'
import { joinedForms } from './joined-forms.ts'

/** A drawn grapheme: letters of one font, or a picture. Widths are in ems. */
export type Glyph = { text: string; width: number } & ({ face: Face } | { emoji: string })

export type Glyphs = {
  /** Returns the glyphs of one grapheme of a text in this script, or none when no font has it. */
  of: (grapheme: string, weight: Weight, script: EastAsian) => Glyph[]
  /**
   * Removes from a text what no font can draw, so that no card shows a box. A grapheme whose marks are missing
   * keeps its base; a grapheme whose base is missing is removed. The result is empty when nothing can be drawn.
   */
  drawable: (text: string, weight: Weight) => string
  /** Lists the graphemes of a text that cannot be drawn as written, each once. */
  missing: (text: string, weight: Weight) => string[]
  /**
   * Returns a function that measures a text in ems: the sum of its glyphs' advances, with `tracking` added after
   * each grapheme. Kerning and the joining of letters only make the text narrower.
   */
  measure: (weight: Weight, tracking: number) => Measure
}

/** The room at each side of a picture, in ems. A picture is as high as the type. */
export const emojiRoom = 0.06
const emojiWidth = 1 + 2 * emojiRoom

const keptWidths = 8_192
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
const selectors = /[\ufe0e\ufe0f]/g
const invisible = /[\p{Default_Ignorable_Code_Point}\u200c\u200d]/u

/**
 * A nonspacing mark stands on its base, so it counts no advance whatever the font states. The vowel signs of
 * Devanagari that stand beside their base keep theirs.
 */
const advance = ({ advances }: Face, point: number) =>
  nonspacing.test(String.fromCodePoint(point)) ? 0 : (advances.get(point) ?? 0)

const nonspacing = /\p{Mn}/u

/** Splits a text into graphemes. Text of ASCII alone occurs on every card and needs no segmenter. */
export const graphemesOf = (text: string): string[] =>
  ascii.test(text) ? [...text] : Array.from(graphemes.segment(text), ({ segment }) => segment)

const ascii = /^[ -~]*$/

/** Kana make a text Japanese and Hangul makes it Korean. Han alone is set in the forms of mainland China. */
export function eastAsianOf(text: string): EastAsian {
  if (/[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text)) return 'japanese'
  return /\p{sc=Hangul}/u.test(text) ? 'korean' : 'chinese'
}

export function createGlyphs(fonts: Fonts, drawings: EmojiDrawings): Glyphs {
  const widths = new LRUCache<string, { text: string; width: number; spaced: number }>({ max: keptWidths })

  const of: Glyphs['of'] = (grapheme, weight, script) => {
    const pictures = isEmoji(grapheme) ? drawings.names(grapheme) : undefined
    if (pictures) return pictures.map((emoji) => ({ text: grapheme, width: emojiWidth, emoji }))
    const text = grapheme.replace(selectors, '')
    const letters = set(text, weight, script)
    if (letters) return [letters]
    const picture = drawings.names(text)
    if (picture) return picture.map((emoji) => ({ text: grapheme, width: emojiWidth, emoji }))
    const [base = ''] = text
    const alone = /^\p{M}/u.test(base) ? undefined : set(base, weight, script)
    return alone ? [alone] : []
  }

  const set = (text: string, weight: Weight, script: EastAsian): Glyph | undefined => {
    const points = [...text]
      .filter((point) => !invisible.test(point))
      .map((point) => point.codePointAt(0) ?? 0)
    const face = points.length > 0 ? fonts.face(points, weight, script) : undefined
    if (!face) return undefined
    return { text, face, width: points.reduce((sum, point) => sum + advance(face, point), 0) }
  }

  const widthOf = (grapheme: string, weight: Weight, script: EastAsian) => {
    const key = `${weight}${script}${grapheme}`
    const kept = widths.get(key)
    if (kept) return kept
    const glyphs = of(grapheme, weight, script)
    const [first] = glyphs
    const found = {
      text: first && 'emoji' in first ? grapheme : glyphs.map(({ text }) => text).join(''),
      width: glyphs.reduce((sum, { width }) => sum + width, 0),
      spaced: glyphs.filter((glyph) => 'face' in glyph && !glyph.face.cursive).length,
    }
    widths.set(key, found)
    return found
  }

  return {
    of,
    drawable(text, weight) {
      const script = eastAsianOf(text)
      return graphemesOf(text)
        .map((grapheme) => widthOf(grapheme, weight, script).text)
        .join('')
        .replace(/ +/g, ' ')
        .trim()
    },
    missing(text, weight) {
      const script = eastAsianOf(text)
      const lacks = (grapheme: string) => {
        const [glyph] = of(grapheme, weight, script)
        return !glyph || ('face' in glyph && glyph.text !== grapheme.replace(selectors, ''))
      }
      return [...new Set(graphemesOf(text))].filter((grapheme) => grapheme !== ' ' && lacks(grapheme))
    },
    measure: (weight, tracking) => (text) => {
      const script = eastAsianOf(text)
      let width = 0
      for (const grapheme of graphemesOf(joinedForms(text))) {
        const found = widthOf(grapheme, weight, script)
        width += found.width + found.spaced * tracking
      }
      return width
    },
  }
}
