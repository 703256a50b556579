import type { Locale } from '@/i18n/locales'
import { type Fit, fitLine, fitTitle, type Measure } from './fit.ts'
import type { CardKind } from './request.ts'

/**
 * What stands on a card, ready to show. `label` is a short line above the title, `byline` and `detail` (an author and
 * a date, say) stand at the foot. `seed` chooses the background.
 */
export type CardWords = {
  kind: CardKind
  locale?: Locale
  title: string
  label?: string
  byline?: string
  detail?: string
  seed?: string
}

/** The site's identity on cards; `accent` is a hex colour, `logoPng` a picture that is drawn 44 pixels high. */
export type Brand = { name: string; tagline?: string; accent?: string; logoPng?: Uint8Array }

/** What Satori draws: the part of React's element that it reads. */
export type SatoriElement = {
  type: 'div' | 'span'
  props: { style: Record<string, string | number>; children?: string | SatoriElement[] }
}

/** How wide texts are: the title in its own weight and tracking, the other lines in both weights. */
export type Measures = { title: Measure; strong: Measure; quiet: Measure }

/** A layer of a card: an element, and where it lies on the card. */
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

export const titleTracking = -0.01
const margin = 72
const titleWidth = cardSize.width - stripWidth - margin - 56
const titleTop = 140
const footHeight = 40
const footTop = cardSize.height - 64 - footHeight
const labelHeight = 54
const labelSize = 30
const footSize = 28
const nameSize = 32
const titleGap = 40

/** Room around the text, in which descenders, accents and overhanging letters may fall. */
const bleed = 32

/** Letters with two stacked marks, and scripts that are taller than Latin. */
const tall = /[\u1ea4-\u1eb7\u1ebe-\u1ec7\u1ed0-\u1ed9\p{sc=Devanagari}\p{sc=Thai}\p{sc=Arabic}]/u

/** The layer with everything that belongs to this card alone: label, title and foot. Its height follows the text. */
export function wordsLayer(words: CardWords, brand: Brand, measures: Measures): Layer {
  const room = footTop - titleGap - titleTop - (words.label ? labelHeight : 0)
  const leading = tall.test(words.title) ? 1.26 : 1.12
  const fit = fitTitle(
    words.title,
    { width: titleWidth, height: room },
    { leading, largest: 184, comfortable: 54 },
    measures.title,
  )
  const titleHeight = fit.lines.length * fit.size * leading
  const top = footTop - titleGap - titleHeight - (words.label ? labelHeight : 0)
  return {
    left: margin - bleed,
    top: Math.floor(top) - bleed,
    width: titleWidth + 2 * bleed,
    height: Math.ceil(footTop + footHeight - top) + 2 * bleed,
    element: box({ display: 'flex', flexDirection: 'column', justifyContent: 'flex-end', padding: bleed }, [
      ...(words.label ? [label(fitLine(words.label, titleWidth / labelSize, measures.strong), brand)] : []),
      title(fit, leading),
      foot(words, brand, measures),
    ]),
  }
}

/** What every card of a brand and language has: the name, right of a mark so wide, and the language at the right. */
export function brandLayer(
  { name }: Brand,
  { locale, markWidth, measures }: { locale?: Locale; markWidth: number; measures: Measures },
): Layer {
  const left = margin + markWidth
  const row = { position: 'absolute', top: 56, height: 48, display: 'flex', alignItems: 'center' }
  const text = { fontSize: nameSize, fontWeight: 800, color: colours.ink, whiteSpace: 'pre' }
  const width = (margin + titleWidth - left) / nameSize
  return {
    left: 0,
    top: 0,
    width: cardSize.width,
    height: titleTop,
    element: box({ display: 'flex' }, [
      box({ ...row, ...text, left }, fitLine(name, width, measures.strong)),
      ...(locale ? [languageMark(locale, { ...row, ...text })] : []),
    ]),
  }
}

export const brandMark = { left: margin, top: 58, height: 44 } as const

function title(fit: Fit, leading: number): SatoriElement {
  const lineHeight = fit.size * leading
  return box(
    {
      display: 'flex',
      flexDirection: 'column',
      marginBottom: titleGap,
      fontSize: fit.size,
      fontWeight: 800,
      lineHeight: leading,
      letterSpacing: `${titleTracking}em`,
      color: colours.ink,
    },
    fit.lines.map((line) => box({ display: 'block', whiteSpace: 'pre', height: lineHeight }, line)),
  )
}

const label = (text: string, brand: Brand) =>
  box(
    {
      display: 'block',
      whiteSpace: 'pre',
      height: labelHeight,
      fontSize: labelSize,
      lineHeight: 1.2,
      fontWeight: 800,
      color: brand.accent ?? colours.fajar,
    },
    text,
  )

function foot(words: CardWords, brand: Brand, measures: Measures): SatoriElement {
  const style = { display: 'block', whiteSpace: 'pre', fontSize: footSize, lineHeight: `${footHeight}px` }
  const room = titleWidth / footSize
  const quiet = words.detail ?? (words.byline ? undefined : brand.tagline)
  const detail = quiet && fitLine(quiet, words.byline ? room / 2 : room, measures.quiet)
  const left = detail ? room - measures.quiet(detail) - dotWidth / footSize : room
  const parts = [
    ...(words.byline
      ? [box({ ...style, fontWeight: 800, color: colours.ink }, fitLine(words.byline, left, measures.strong))]
      : []),
    ...(words.byline && detail ? [dot(brand)] : []),
    ...(detail ? [box({ ...style, fontWeight: 500, color: colours.quiet }, detail)] : []),
  ]
  return box({ display: 'flex', alignItems: 'center', height: footHeight }, parts)
}

const dotWidth = 38

const dot = ({ accent }: Brand) =>
  box({ width: 6, height: 6, borderRadius: 3, margin: '0 16px', backgroundColor: accent ?? colours.fajar })

const languageMark = (locale: Locale, style: SatoriElement['props']['style']) =>
  box(
    { ...style, right: 0, width: stripWidth, justifyContent: 'center', letterSpacing: '0.04em' },
    locale.toUpperCase(),
  )

const box = (style: SatoriElement['props']['style'], children?: string | SatoriElement[]): SatoriElement => ({
  type: 'div',
  props: { style, ...(children !== undefined && { children }) },
})
