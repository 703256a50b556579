import type { Brand, CardWords } from './card.ts'
import { linesOf } from './card-layouts.ts'
import type { Remarks } from './remarks.ts'
import { sanitizeTitle } from './sanitize.ts'

const hexColour = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i

/** The brand as it may stand in SVG: its words are typed by people, and its colour is not text that Satori escapes. */
export function safeBrand(brand: Brand): Brand {
  const tagline = line(brand.tagline)
  return {
    name: line(brand.name) ?? '',
    ...(tagline && { tagline }),
    ...(brand.accent && hexColour.test(brand.accent) && { accent: brand.accent }),
    ...(brand.logo && { logo: brand.logo }),
  }
}

/** The words that a card shows, each on one line that is safe to set; the brand's name where there is no title. */
export function safeWords(words: CardWords, brand: Brand): CardWords {
  const { kind, layout, locale, seed, plain } = words
  const shown = linesOf(kind, layout)
  const [label, summary, byline, detail] = (['label', 'summary', 'byline', 'detail'] as const).map((name) =>
    shown.includes(name) ? line(words[name]) : undefined,
  )
  return {
    kind,
    title: line(words.title) ?? brand.name,
    ...(layout && layout !== 'standard' && { layout }),
    ...(locale && { locale }),
    ...(seed && { seed }),
    ...(plain && { plain }),
    ...(label && { label }),
    ...(summary && { summary }),
    ...(byline && { byline }),
    ...(detail && { detail }),
  }
}

const line = (text: string | undefined) => (text === undefined ? undefined : sanitizeTitle(text))

/** What is lost of the words before anything is drawn. */
export function cutOf(words: CardWords): Remarks {
  const names = ['title', ...linesOf(words.kind, words.layout)] as const
  const texts = names.flatMap((name) => words[name] ?? [])
  return {
    shortened: names.filter((name) => isShortened(words[name] ?? '')),
    missing: texts.flatMap((text) => text.match(unassigned) ?? []),
  }
}

const isShortened = (text: string) => Boolean(line(text)?.endsWith('…')) && !text.trimEnd().endsWith('…')

/** No font can have these; what else is dropped, such as a control, is not to be seen anyway. */
const unassigned = /[\p{Co}\p{Cn}]/gu
