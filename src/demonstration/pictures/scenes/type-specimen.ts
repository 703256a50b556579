import { boxOf, letterPath } from '../drawing/letters'
import { palette } from '../drawing/palette'
import { kawungMotif } from '../drawing/shapes'
import { Sheet } from '../drawing/sheet'

const baseline = 676
const xHeight = 500

/** Great letters on paper, cut off by its edges, with the lines that they stand on. */
export async function typeSpecimen(): Promise<string> {
  const sheet = new Sheet(1600, 900)
  sheet.add(
    `<rect width="1600" height="900" fill="${sheet.linear(
      [
        [0, palette.paper],
        [1, '#f2e4cc'],
      ],
      { from: [0, 0], to: [1, 1] },
    )}"/>`,
  )
  sheet.stipple(
    'M0 0H1600V900H0Z',
    '#c9a877',
    [
      [0.3, 0],
      [1, 0.5],
    ],
    { from: [0, 0], to: [1, 1] },
  )
  const [a, n, g] = await Promise.all([
    letterPath('a', 'serif', 1000),
    letterPath('n', 'sans', 1000),
    letterPath('g', 'serif', 1000),
  ])
  const serif = boxOf(a)
  glyph(sheet, { path: a, box: serif, x: -70, colour: palette.ink, shade: '#6a645b' })
  glyph(sheet, { path: n, box: boxOf(n), x: 548, colour: palette.dawn, shade: '#6e2303', cloth: true })
  const low = { ...serif, left: boxOf(g).left, right: boxOf(g).right }
  glyph(sheet, { path: g, box: low, x: 1070, colour: palette.indigo, shade: palette.night })
  const rule = (y: number, dash: string) =>
    `<path d="M0 ${y}H1600" stroke="${palette.indigo}" stroke-width="2.5" opacity="0.6" stroke-dasharray="${dash}"/>`
  sheet.add(rule(baseline - xHeight, '12 10'), rule(baseline, ''), rule(baseline + 172, '2 10'))
  for (const x of [548, 664, 995]) sheet.add(node(x, baseline), node(x, baseline - xHeight))
  return sheet.svg()
}

type Glyph = {
  path: string
  box: { left: number; top: number; bottom: number }
  x: number
  colour: string
  shade: string
  cloth?: boolean
}

function glyph(sheet: Sheet, { path, box, x, colour, shade, cloth = false }: Glyph): void {
  const scale = xHeight / (box.bottom - box.top)
  const place = `translate(${x} ${baseline - xHeight}) scale(${scale}) translate(${-box.left} ${-box.top})`
  sheet.add(`<g transform="${place}"><path d="${path}" fill="${colour}"/></g>`)
  if (cloth) {
    const inside = sheet.clip(`<path d="${path}" transform="${place}"/>`)
    sheet.add(
      `<g ${inside} opacity="0.45">${kawungMotif({ width: 1600, height: 900, length: 62, fill: palette.amber })}</g>`,
    )
  }
  sheet
    .add(`<g transform="${place}">`)
    .stipple(path, shade, [
      [0, 0.75],
      [0.55, 0],
    ])
    .add('</g>')
}

const node = (x: number, y: number) =>
  `<rect x="${x - 8}" y="${y - 8}" width="16" height="16" fill="${palette.paper}" stroke="${palette.indigo}" stroke-width="3"/>`
