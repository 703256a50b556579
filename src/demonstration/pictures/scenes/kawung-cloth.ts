import { palette } from '../drawing/palette'
import { kawungMotif } from '../drawing/shapes'
import { Sheet } from '../drawing/sheet'

/** Indigo kawung cloth in soft folds, one corner turned over to its dawn side. */
export function kawungCloth(): string {
  const sheet = new Sheet(1600, 900)
  const ground = sheet.linear(
    [
      [0, '#33439a'],
      [0.5, palette.indigo],
      [1, '#17204f'],
    ],
    { from: [0, 0], to: [1, 1] },
  )
  sheet.add(`<rect width="1600" height="900" fill="${ground}"/>`)
  const cloth = kawungMotif({
    width: 1900,
    height: 1300,
    length: 104,
    fill: palette.cream,
    dots: palette.indigo,
  })
  folds.forEach((fold, index) => {
    sheet.add(
      `<g ${sheet.clip(`<path d="${fold}"/>`)}><path d="${fold}" fill="${ground}"/>`,
      `<g transform="rotate(${-9 + (index % 2) * 5} 800 450) translate(${-150 - index * 21} ${-190 + (index % 2) * 38})">${cloth}</g></g>`,
    )
    shadeFold(sheet, fold)
  })
  turnedCorner(sheet)
  return sheet.svg()
}

/** Strips of cloth from left to right, each lying over the one before it. */
const folds = (
  [
    [-420, 620],
    [30, 420],
    [350, 500],
    [760, 380],
    [1060, 470],
    [1440, 520],
  ] as const
).map(
  ([x, wide]) =>
    `M${x + 240} -20C${x + 120} 260 ${x + 130} 560 ${x - 40} 920H${x + wide}C${x + wide + 130} 560 ${x + wide + 120} 260 ${x + wide + 240} -20Z`,
)

function shadeFold(sheet: Sheet, shape: string): void {
  const across = { from: [0.12, 0.3] as [number, number], to: [0.92, 0.5] as [number, number] }
  const shade = sheet.linear(
    [
      [0, '#fff', 0.2],
      [0.1, '#fff', 0.06],
      [0.3, '#0b1033', 0],
      [0.62, '#0b1033', 0.2],
      [0.9, '#080c2b', 0.66],
      [1, '#080c2b', 0.8],
    ],
    across,
  )
  sheet.add(`<path d="${shape}" fill="${shade}"/>`)
  sheet.stipple(
    shape,
    '#0b1033',
    [
      [0.5, 0],
      [1, 0.7],
    ],
    across,
  )
}

function turnedCorner(sheet: Sheet): void {
  const edge = 'M900 920C1010 700 1240 560 1640 470'
  const flap = `${edge}L1640 640C1500 640 1420 720 1390 920Z`
  const under = `M900 920C1010 700 1240 560 1640 470V920Z`
  const inside = sheet.clip(`<path d="${under}"/>`)
  const dawn = sheet.linear(
    [
      [0, palette.amber],
      [0.45, palette.ember],
      [1, '#8c3208'],
    ],
    { from: [0.2, 0], to: [0.7, 1] },
  )
  sheet.add(
    `<path d="${edge}" transform="translate(-26 -20)" fill="none" stroke="#070b26" stroke-width="74" opacity="0.5" filter="url(#blur)"/>`,
    `<path d="${under}" fill="${dawn}"/>`,
    `<g ${inside}><g transform="translate(860 400) rotate(24)">${kawungMotif({ width: 1100, height: 800, length: 104, fill: palette.blush, dots: palette.dawn })}</g></g>`,
  )
  sheet.stipple(
    under,
    '#5a1d04',
    [
      [0, 0],
      [0.45, 0],
      [1, 0.85],
    ],
    { from: [0.25, 0.1], to: [0.8, 1] },
  )
  sheet.stipple(
    under,
    palette.paper,
    [
      [0, 0.55],
      [0.18, 0],
    ],
    { from: [0.3, 0.22], to: [0.75, 0.95] },
  )
  sheet.add(
    `<path d="${edge}" fill="none" stroke="${palette.cream}" stroke-width="5"/>`,
    `<path d="${flap}" fill="#5a1d04" opacity="0.12"/>`,
  )
}
