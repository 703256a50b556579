import type { Locale } from '@/i18n/locales'
import type { CardKind } from '../http/request.ts'
import type { Shape } from '../raster/outline.ts'
import type { Direction } from '../type/bidi.ts'
import { fitLine, type Measure } from '../type/fit.ts'
import type { Weight } from '../type/font-files.ts'
import type { CardLayout } from './card-layouts.ts'

/**
 * The words of a card, ready to show. `label` is a short line above the title and `summary` a text below it;
 * `byline` and `detail` (for example an author and a date) stand at the foot. `layout` is the editor's choice, and
 * `seed` selects the background. A `plain` card carries a stranger's words, so it does not show the brand.
 */
export type CardWords = {
  kind: CardKind
  layout?: CardLayout
  locale?: Locale
  title: string
  label?: string
  summary?: string
  byline?: string
  detail?: string
  seed?: string
  plain?: boolean
}

/** The site's identity on cards. `accent` is a hex colour; `logo` is a picture that is drawn 44 pixels high. */
export type Brand = { name: string; tagline?: string; accent?: string; logo?: Uint8Array }

export type SatoriStyle = Record<string, string | number>

/**
 * The part of a React element that Satori reads. Satori only lays out an element that has `drawn`; we draw it
 * ourselves at that place.
 */
export type SatoriElement = {
  type: 'div'
  props: { style: SatoriStyle; children?: string | SatoriElement[]; drawn?: Drawn }
}

/** Draws an element whose top left corner is at `at`: as an outline, or as a picture (an SVG element). */
export type Drawn = (at: { left: number; top: number }) => Shape | { picture: string }

/** `leading` is a multiple of the size, `tracking` a fraction of it. */
export type TextStyle = { size: number; weight: Weight; colour: string; leading: number; tracking?: number }

/** Sets text in whatever fonts it needs. */
export type Typesetter = {
  /** Removes the characters that no font has. */
  drawable: (text: string, weight: Weight) => string
  /** Lists the characters of the text that no font has, each once. */
  missing: (text: string, weight: Weight) => string[]
  /** Returns a function that measures a text in ems, with `tracking` added after each character. */
  measure: (weight: Weight, tracking: number) => Measure
  directionOf: (text: string) => Direction
  /** Returns one element per line, in order. The lines form one paragraph; each is as high as its leading says. */
  rows: (lines: string[], style: TextStyle) => SatoriElement[]
}

/** A layer of a card: an element and its place on the card. */
export type Layer = { element: SatoriElement; left: number; top: number; width: number; height: number }

export const cardSize = { width: 1200, height: 630 } as const
export const stripWidth = 168
export const colours = {
  paper: '#fdfbf7',
  ink: '#1c1a17',
  quiet: '#5f5a52',
  line: '#efe8dc',
  fajar: '#b8430b',
  nila: '#2b3a8c',
} as const

export const margin = 72
/** The greatest width of the words: up to the cloth, less a margin. */
export const columnWidth = cardSize.width - stripWidth - margin - 56
export const columnTop = 140
export const brandMark = { left: margin, top: 58, height: 44 } as const

const nameStyle = { size: 32, weight: 800, colour: colours.ink, leading: 1.3 } as const

/**
 * Returns the layer that all cards of a brand and language share: the name to the right of a mark of `markWidth`,
 * and the language code at the right edge.
 */
export function brandLayer({
  name,
  markWidth,
  locale,
  type,
}: {
  name?: string
  markWidth: number
  locale?: Locale
  type: Typesetter
}): Layer {
  const left = margin + markWidth
  const place = { position: 'absolute', top: 56, height: 48, display: 'flex', alignItems: 'center' }
  const width = (margin + columnWidth - left) / nameStyle.size
  const field = { ...place, right: 0, width: stripWidth, justifyContent: 'center' }
  const language = { ...nameStyle, tracking: 0.04 }
  return {
    left: 0,
    top: 0,
    width: cardSize.width,
    height: columnTop,
    element: box({ display: 'flex' }, [
      ...(name
        ? [box({ ...place, left }, type.rows([fitLine(name, width, type.measure(800, 0))], nameStyle))]
        : []),
      ...(locale ? [box(field, type.rows([locale.toUpperCase()], language))] : []),
    ]),
  }
}

export const box = (style: SatoriStyle, children?: SatoriElement[]): SatoriElement => ({
  type: 'div',
  props: { style, ...(children !== undefined && { children }) },
})
