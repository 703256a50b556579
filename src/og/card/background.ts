import { type Brand, brandMark, cardSize, colours, stripWidth } from './card.ts'
import { type KawungPattern, kawungPattern, kawungTile } from './kawung.ts'

type Cloth = { ground: string; petal: string; vein: string }

/**
 * Returns the picture behind the words as SVG: paper with a kawung pattern so faint that text stays readable on it,
 * and a strip of the same pattern as cloth on the right. The strip has a paper-coloured field where the language
 * code goes.
 */
export function backgroundSvg(
  variant: number,
  brand: Brand,
  marks: { language: boolean; brand: boolean },
): string {
  const { width, height } = cardSize
  const pattern = kawungPattern(variant)
  const cloth = clothOf(variant, brand)
  const left = width - stripWidth
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>`,
    kawungTile('faint', pattern, { petal: colours.line, vein: colours.paper }),
    kawungTile('cloth', { ...pattern, tile: clothTile(pattern), left }, cloth),
    `</defs><rect width="${width}" height="${height}" fill="${colours.paper}"/>`,
    `<rect width="${width}" height="${height}" fill="url(#faint)" opacity="0.55"/>`,
    `<rect x="${left}" width="${stripWidth}" height="${height}" fill="${cloth.ground}"/>`,
    `<rect x="${left}" width="${stripWidth}" height="${height}" fill="url(#cloth)"/>`,
    marks.language ? languageField(left, cloth) : '',
    marks.brand ? sunrise(brand.accent ?? colours.fajar) : '',
    '</svg>',
  ].join('')
}

function clothOf(variant: number, { accent = colours.fajar }: Brand): Cloth {
  const dawn: Cloth = { ground: accent, petal: '#fbe6d2', vein: accent }
  const night: Cloth = { ground: colours.ink, petal: '#f2b37f', vein: colours.ink }
  const indigo: Cloth = { ground: colours.nila, petal: '#e3e7fb', vein: colours.nila }
  const sand: Cloth = { ground: '#f6dcc3', petal: accent, vein: '#f6dcc3' }
  return [dawn, indigo, night, sand, indigo, dawn, sand, night][variant % 8] ?? dawn
}

/** A whole number of tiles fits into the strip's width, so that no tile is cut at its edge. */
const clothTile = ({ tile, upright }: KawungPattern) =>
  tile === 84 ? stripWidth / 3 : tile === 112 || upright ? stripWidth / 2 : stripWidth

function languageField(left: number, { ground }: Cloth): string {
  const width = 96
  const x = left + (stripWidth - width) / 2
  return `<rect x="${x}" y="52" width="${width}" height="56" rx="28" fill="${colours.paper}" stroke="${ground}" stroke-width="12" paint-order="stroke"/>`
}

/** The mark of a brand that has no logo: a sun that rises over the horizon. */
function sunrise(colour: string): string {
  const { left, top, height } = brandMark
  const radius = height / 2
  const horizon = top + height * 0.72
  return (
    `<path d="M${left} ${horizon}a${radius} ${radius} 0 0 1 ${height} 0z" fill="${colour}"/>` +
    `<rect x="${left}" y="${horizon + 6}" width="${height}" height="5" rx="2.5" fill="${colours.ink}"/>`
  )
}
