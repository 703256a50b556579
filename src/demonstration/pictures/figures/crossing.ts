import { palette } from '../drawing/palette'
import { land, ridgePoints } from '../drawing/shapes'
import { Sheet } from '../drawing/sheet'

/** Two boat tracks between islands, seen from above. They cross once, with a light at the crossing. */
export function crossing(): string {
  const sheet = new Sheet(1600, 900)
  sheet.add(
    `<rect width="1600" height="900" fill="${sheet.linear(
      [
        [0, '#33439a'],
        [1, palette.night],
      ],
      { from: [0, 0], to: [1, 1] },
    )}"/>`,
  )
  for (let index = 0; index < 15; index += 1) {
    const points = ridgePoints({ seed: 300 + index, width: 1600, y: 40 + index * 62, height: 16, waves: 7 })
    sheet.add(`<path d="${land(points, 900)}" fill="none" stroke="#8f97cf" stroke-width="2" opacity="0.24"/>`)
  }
  isle(sheet, 230, 250, 170)
  isle(sheet, 1370, 660, 200)
  isle(sheet, 1290, 190, 130)
  isle(sheet, 300, 720, 150)
  isle(sheet, 860, 120, 54)
  isle(sheet, 900, 790, 66)
  const glow = sheet.radial([
    [0, '#fff1cf', 1],
    [0.25, palette.amber, 0.75],
    [1, palette.ember, 0],
  ])
  sheet.add(
    `<path d="M370 300C560 380 660 470 800 450S1080 560 1210 640" fill="none" stroke="${palette.cream}" stroke-width="6" stroke-dasharray="4 18" stroke-linecap="round"/>`,
    `<path d="M410 660C560 600 660 420 800 450S1040 300 1190 230" fill="none" stroke="${palette.amber}" stroke-width="6" stroke-dasharray="4 18" stroke-linecap="round"/>`,
    `<circle cx="800" cy="450" r="120" fill="${glow}"/><circle cx="800" cy="450" r="15" fill="${palette.paper}"/>`,
    boat(640, 416, 28, palette.cream),
    boat(1010, 330, -32, palette.amber),
  )
  return sheet.svg()
}

function isle(sheet: Sheet, x: number, y: number, size: number): void {
  const blob = (scale: number) => {
    const points = Array.from({ length: 41 }, (_, index): [number, number] => {
      const angle = (index / 40) * Math.PI * 2
      const wave =
        1 + 0.16 * Math.sin(angle * 2 + x) + 0.1 * Math.sin(angle * 3 + y) + 0.05 * Math.sin(angle * 7 + x)
      return [x + Math.cos(angle) * size * scale * wave, y + Math.sin(angle) * size * 0.74 * scale * wave]
    })
    return `M${points.map((point) => point.map(Math.round).join(' ')).join('L')}Z`
  }
  sheet.add(
    `<path d="${blob(1.3)}" fill="#8f97cf" opacity="0.16"/><path d="${blob(1.14)}" fill="#a9d0cf" opacity="0.32"/>`,
    `<path d="${blob(1)}" fill="${palette.cream}"/><path d="${blob(0.9)}" fill="#6c8a5c"/><path d="${blob(0.58)}" fill="#4c6b4f"/><path d="${blob(0.28)}" fill="#33503f"/>`,
  )
  sheet.stipple(
    blob(0.9),
    palette.moss,
    [
      [0.2, 0],
      [1, 0.85],
    ],
    { from: [0.1, 0], to: [0.9, 1] },
  )
}

const boat = (x: number, y: number, turn: number, fill: string) =>
  `<path d="M-24 -9H10Q28 -6 34 0Q28 6 10 9H-24Z" fill="${fill}" transform="translate(${x} ${y}) rotate(${turn})"/>`
