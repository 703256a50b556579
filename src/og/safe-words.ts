import type { Brand, CardWords } from './card.ts'
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

/** The words of a card, each on one line that is safe to set; the brand's name where there is no title. */
export function safeWords(words: CardWords, brand: Brand): CardWords {
  const { kind, locale, seed, plain } = words
  const [label, summary, byline, detail] = [words.label, words.summary, words.byline, words.detail].map(line)
  return {
    kind,
    title: line(words.title) ?? brand.name,
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
