import { palette } from '../drawing/palette'
import { kawungMotif } from '../drawing/shapes'
import { Sheet } from '../drawing/sheet'
import { dawnSky, hills } from '../drawing/skies'

type Card = { x: number; y: number; scale: number; turn: number; cloth: string; motif: string; lines: string }

/** Cards with kawung patterns that fly in a line out of the dawn. */
export function cardRelay(): string {
  const sheet = new Sheet(1600, 900)
  dawnSky(sheet, { x: 300, y: 640, r: 92, deep: true })
  hills(sheet, { seed: 41, y: 690, height: 60, colour: '#5b5590', shade: palette.indigo, mist: '#b9766a' })
  hills(sheet, {
    seed: 48,
    y: 750,
    height: 70,
    colour: '#333a7d',
    shade: palette.night,
    mist: '#6a5287',
    waves: 2.4,
  })
  hills(sheet, { seed: 57, y: 826, height: 66, colour: '#1c2458', shade: '#0a0e2c', waves: 3.2 })
  sheet.add(
    `<path d="M330 640C500 620 520 470 720 405S1060 360 1300 240S1540 120 1640 20" fill="none" stroke="${palette.peach}" stroke-width="2.5" stroke-dasharray="3 13" stroke-linecap="round" opacity="0.8"/>`,
  )
  const cards: Card[] = [
    { x: 430, y: 596, scale: 0.17, turn: 9, cloth: palette.amber, motif: palette.blush, lines: palette.dawn },
    {
      x: 552,
      y: 492,
      scale: 0.28,
      turn: -14,
      cloth: palette.cream,
      motif: palette.peach,
      lines: palette.dawn,
    },
    { x: 732, y: 404, scale: 0.44, turn: 6, cloth: '#3b6b5c', motif: '#5d8f7c', lines: palette.cream },
    {
      x: 992,
      y: 352,
      scale: 0.64,
      turn: -7,
      cloth: palette.dawn,
      motif: palette.ember,
      lines: palette.cream,
    },
    { x: 1330, y: 226, scale: 0.88, turn: 6, cloth: palette.cream, motif: '#ecd3b0', lines: palette.indigo },
  ]
  for (const card of cards) draw(sheet, card)
  return sheet.svg()
}

function draw(sheet: Sheet, { x, y, scale, turn, cloth, motif, lines }: Card): void {
  const frame = '<rect x="-240" y="-126" width="480" height="252" rx="14"/>'
  const inside = sheet.clip(frame)
  const light = sheet.linear(
    [
      [0, '#fff', 0.22],
      [0.5, '#fff', 0],
      [1, '#1a0b2e', 0.3],
    ],
    { from: [1, 0], to: [0, 1] },
  )
  sheet.add(
    `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${scale})">`,
    `<g transform="translate(-16 34)" fill="#060922" opacity="0.45" filter="url(#blur)">${frame}</g>`,
    `<g ${inside}><rect x="-240" y="-126" width="480" height="252" fill="${cloth}"/>`,
    `<g transform="translate(-240 -126)">${kawungMotif({ width: 480, height: 252, length: 46, fill: motif })}</g></g>`,
    `<path d="M-205 -86h28M-205 96h92" stroke="${lines}" stroke-width="11" stroke-linecap="round"/>`,
    `<path d="M-205 -22H150M-205 30H40" stroke="${lines}" stroke-width="27" stroke-linecap="round"/>`,
    `<circle cx="196" cy="92" r="17" fill="${lines}"/>`,
    `<g fill="${light}">${frame}</g></g>`,
  )
}
