import type { Brand, CardWords } from './card.ts'
import { linesOf } from './card-layouts.ts'
import type { Remarks } from './remarks.ts'
import { sanitizeTitle } from './sanitize.ts'

const hexColour = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i

/** Makes a brand safe to put into SVG: people type its words, and Satori does not escape its colour. */
export function safeBrand(brand: Brand): Brand {
  const tagline = line(brand.tagline)
  return {
    name: line(brand.name) ?? '',
    ...(tagline && { tagline }),
    ...(brand.accent && hexColour.test(brand.accent) && { accent: brand.accent }),
    ...(brand.logo && { logo: brand.logo }),
  }
}

/**
 * Returns the words that a card shows, each on one line that is safe to set. The brand's name replaces a missing
 * title.
 */
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

/** Lists the words that are shortened and the characters that are removed before anything is drawn. */
export function cutOf(words: CardWords): Remarks {
  const names = ['title', ...linesOf(words.kind, words.layout)] as const
  const texts = names.flatMap((name) => words[name] ?? [])
  return {
    shortened: names.filter((name) => isShortened(words[name] ?? '')),
    missing: texts.flatMap((text) => text.match(unassigned) ?? []),
  }
}

const isShortened = (text: string) => Boolean(line(text)?.endsWith('…')) && !text.trimEnd().endsWith('…')

/** No font can have these. Other removed characters, such as controls, are invisible and need no remark. */
const unassigned = /[\p{Co}\p{Cn}]/gu
