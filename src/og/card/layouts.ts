import type { CardKind } from '../http/request.ts'
import { fitLine, fitLines, fitTitle } from '../type/fit.ts'
import { leadingOf } from '../type/leading.ts'
import {
  type Brand,
  box,
  type CardWords,
  cardSize,
  colours,
  columnTop,
  columnWidth,
  type Layer,
  margin,
  type SatoriElement,
  type SatoriStyle,
  type TextStyle,
  type Typesetter,
} from './card.ts'
import type { CardLayout, CardLine } from './card-layouts.ts'

/** The layout of a card: the parts above and beside the title, and the largest size of the title. */
type Layout = {
  largest: number
  /** A title that would be smaller than this is set in more than four lines. */
  comfortable: number
  above?: (context: Context) => Stack | undefined
  beside?: (context: Context) => Stack | undefined
  /** The card has no foot, so the title gets that room as well. */
  footless?: true
}

type Context = { words: CardWords; brand: Brand; type: Typesetter }

/**
 * An element, the room that it takes from the title (height above or below it, width beside it), and the lines that
 * it shortened.
 */
type Stack = { element: SatoriElement; room: number; shortened?: CardLine[] }

/** The layer of words, and the lines that were too long. */
export type WordsLayer = Layer & { shortened: CardLine[] }

const titleTracking = -0.01

const footHeight = 40
const footTop = cardSize.height - 64 - footHeight
const titleGap = 40
const summaryGap = 18
const footSize = 28
const labelHeight = 54

/** Room around the text for descenders, accents and letters that overhang. */
const bleed = 32

const layouts: Record<CardKind, Layout> = {
  article: { largest: 184, comfortable: 54, above: label },
  project: { largest: 140, comfortable: 54, above: ruledLabel },
  tag: { largest: 150, comfortable: 54, above: hash },
  author: { largest: 120, comfortable: 54, beside: medallion },
  site: { largest: 184, comfortable: 54, above: label },
}

const chosen: Partial<Record<CardLayout, Partial<Layout>>> = {
  summary: { largest: 120 },
  emblem: { largest: 120, above: () => undefined, beside: medallion },
}

function layoutOf({ kind, layout = 'standard' }: CardWords): Layout {
  const { largest, comfortable } = layouts[kind]
  if (layout === 'title')
    return { largest: Math.max(largest, layouts.site.largest), comfortable, footless: true }
  return { ...layouts[kind], ...chosen[layout] }
}

/** The first row of a card below all words, whatever the words are. */
export const wordsEnd = footTop + footHeight + bleed

/** Returns the layer with everything that belongs to this card alone. Its height follows the text. */
export function wordsLayer(words: CardWords, brand: Brand, type: Typesetter): WordsLayer {
  const context = { words, brand, type }
  const layout = layoutOf(words)
  const [above, beside] = [layout.above?.(context), layout.beside?.(context)]
  const below = summary(context)
  const foot = layout.footless ? undefined : footOf(context)
  const bottom = foot ? footTop - titleGap : footTop + footHeight
  const leading = leadingOf(words.title)
  const fit = fitTitle(
    words.title,
    {
      width: columnWidth - (beside?.room ?? 0),
      height: bottom - columnTop - (above?.room ?? 0) - (below?.room ?? 0),
    },
    { leading, largest: layout.largest, comfortable: layout.comfortable },
    type.measure(800, titleTracking),
  )
  const style = {
    size: fit.size,
    weight: 800,
    colour: colours.ink,
    leading,
    tracking: titleTracking,
  } as const
  const end = type.directionOf(words.title) === 'rtl'
  const align = { display: 'flex', flexDirection: 'column', alignItems: end ? 'flex-end' : 'flex-start' }
  const title = type.rows(fit.lines, style)
  const height = Math.max(fit.lines.length * fit.size * leading, beside?.room ?? 0)
  const top = bottom - height - (above?.room ?? 0) - (below?.room ?? 0)
  const row = { display: 'flex', flexDirection: end ? 'row-reverse' : 'row', alignItems: 'center' }
  return {
    left: margin - bleed,
    top: Math.floor(top) - bleed,
    width: columnWidth + 2 * bleed,
    height: wordsEnd - Math.floor(top) + bleed,
    element: box({ ...align, justifyContent: 'flex-end', padding: bleed }, [
      ...(above ? [above.element] : []),
      ...(beside ? [box({ ...row, height }, [beside.element, box(align, title)])] : title),
      ...(below ? [below.element] : []),
      ...(foot ? [box({ ...row, height: footHeight, marginTop: titleGap }, foot.elements)] : []),
    ]),
    shortened: [above, below, foot].flatMap((part) => part?.shortened ?? []),
  }
}

const accentOf = ({ accent }: Brand) => accent ?? colours.fajar

const labelStyle = (brand: Brand) =>
  ({ size: 30, weight: 800, colour: accentOf(brand), leading: 1.2 }) satisfies TextStyle

function label({ words, brand, type }: Context): Stack | undefined {
  if (!words.label) return undefined
  const style = labelStyle(brand)
  const shown = fitLine(words.label, columnWidth / style.size, type.measure(style.weight, 0))
  return {
    element: box({ display: 'flex', height: labelHeight }, type.rows([shown], style)),
    room: labelHeight,
    ...(shown !== words.label && { shortened: ['label'] }),
  }
}

/** Draws a short rule above the label, as above an entry of a directory. */
function ruledLabel(context: Context): Stack {
  const rule = box({ width: 72, height: 8, marginBottom: 18, backgroundColor: accentOf(context.brand) })
  const below = label(context)
  return {
    element: box({ display: 'flex', flexDirection: 'column' }, [rule, ...(below ? [below.element] : [])]),
    room: 26 + (below?.room ?? 0),
    ...(below?.shortened && { shortened: below.shortened }),
  }
}

function hash({ brand, type }: Context): Stack {
  const style = { size: 96, weight: 800, colour: accentOf(brand), leading: 1 } as const
  return { element: box({ display: 'flex', height: 100 }, type.rows(['#'], style)), room: 100 }
}

const medallionSize = 184

/** Draws the initials of a name in a round field. */
function medallion({ words, brand, type }: Context): Stack {
  const end = type.directionOf(words.title) === 'rtl'
  const names = words.title.split(' ')
  // In a script written from right to left, two letters would join and look like a word.
  const first = [names[0], names.length > 1 && !end ? names.at(-1) : undefined]
  const initials = first
    .flatMap((name) => firstLetter.exec(name ?? '')?.[0].toLocaleUpperCase() ?? [])
    .join('')
  const style = { size: 76, weight: 800, colour: colours.paper, leading: 1.2 } as const
  const gap = 40
  const field = {
    display: 'flex',
    justifyContent: 'center',
    alignItems: 'center',
    flexShrink: 0,
    width: medallionSize,
    height: medallionSize,
    margin: end ? `0 0 0 ${gap}px` : `0 ${gap}px 0 0`,
    borderRadius: medallionSize / 2,
    backgroundColor: accentOf(brand),
  }
  return { element: box(field, initials ? type.rows([initials], style) : []), room: medallionSize + gap }
}

const firstLetter = /^\P{M}\p{M}*/u

const summaryStyle = { size: 34, weight: 500, colour: colours.quiet, leading: 1.32 } as const

function summary({ words, type }: Context): Stack | undefined {
  if (!words.summary) return undefined
  const leading = Math.max(summaryStyle.leading, leadingOf(words.summary))
  const style = { ...summaryStyle, leading }
  const lines = fitLines(words.summary, { width: columnWidth / style.size, lines: 2 }, type.measure(500, 0))
  const height = lines.length * style.size * leading
  const end = type.directionOf(words.summary) === 'rtl'
  const align = { display: 'flex', flexDirection: 'column', alignItems: end ? 'flex-end' : 'flex-start' }
  return {
    element: box({ ...align, marginTop: summaryGap, height }, type.rows(lines, style)),
    room: height + summaryGap,
    ...(lines.at(-1)?.endsWith('…') && !words.summary.endsWith('…') && { shortened: ['summary'] }),
  }
}

const dotRoom = 16

const styled = ({ type, props }: SatoriElement, style: SatoriStyle): SatoriElement => ({
  type,
  props: { ...props, style: { ...props.style, ...style } },
})

function footOf({ words, brand, type }: Context): { elements: SatoriElement[]; shortened: CardLine[] } {
  const style = {
    size: footSize,
    weight: 500,
    colour: colours.quiet,
    leading: footHeight / footSize,
  } as const
  const strong = { ...style, weight: 800, colour: colours.ink } as const
  const room = columnWidth / footSize
  const quiet = words.detail ?? (words.byline || words.plain ? undefined : brand.tagline)
  const detail = quiet && fitLine(quiet, words.byline ? room / 2 : room, type.measure(500, 0))
  const left = detail
    ? room - type.measure(500, 0)(detail) - type.measure(800, 0)('•') - (2 * dotRoom) / footSize
    : room
  const byline = words.byline && fitLine(words.byline, left, type.measure(800, 0))
  const elements = [
    ...(byline ? type.rows([byline], strong) : []),
    ...(byline && detail
      ? type
          .rows(['•'], { ...strong, colour: accentOf(brand) })
          .map((dot) => styled(dot, { margin: `0 ${dotRoom}px` }))
      : []),
    ...(detail ? type.rows([detail], style) : []),
  ]
  const shortened = [
    ...(byline !== words.byline ? ['byline' as const] : []),
    ...(words.detail && detail !== words.detail ? ['detail' as const] : []),
  ]
  return { elements, shortened }
}
