import { palette } from '../drawing/palette'
import { between, seeded } from '../drawing/seeded'
import type { Sheet } from '../drawing/sheet'
import { paperGround } from './ground'

const measure = 460
const space = 15

/** One text of grey bars in two narrow columns. In the right column, long words may be divided. */
export function raggedColumns(): string {
  const sheet = paperGround()
  const random = seeded(5)
  const words = Array.from({ length: 90 }, (_, index) =>
    index % 3 === 1 ? between(random, 220, 310) : between(random, 26, 84),
  )
  set(sheet, { x: 240, words, divide: false })
  set(sheet, { x: 900, words, divide: true })
  return sheet.svg()
}

type Column = { x: number; words: number[]; divide: boolean }

function set(sheet: Sheet, { x, words, divide }: Column): void {
  let [at, y] = [0, 110]
  const edge: string[] = []
  const bar = (width: number, long: boolean, hyphen = false) => {
    sheet.add(
      `<rect x="${x + at}" y="${y}" width="${width - (hyphen ? 22 : 0)}" height="21" rx="10.5" fill="${long ? palette.indigo : palette.ink}" opacity="${long ? 0.85 : 0.5}"/>`,
    )
    if (hyphen)
      sheet.add(
        `<rect x="${x + at + width - 15}" y="${y + 8}" width="14" height="6" rx="3" fill="${palette.dawn}"/>`,
      )
    at += width + space
  }
  const turn = () => {
    const hole = measure - at + space
    if (hole > 6) edge.push(`<rect x="${x + at - space + 6}" y="${y}" width="${hole}" height="21" rx="6"/>`)
    at = 0
    y += 41
  }
  for (const width of words) {
    if (y > 780) break
    const [long, room] = [width > 200, measure - at]
    if (width <= room) {
      bar(width, long)
    } else if (divide && long && room > 56) {
      const first = Math.min(room, width - 60)
      bar(first, true, true)
      turn()
      if (y <= 780) bar(width - first + 22, true)
    } else {
      turn()
      if (y <= 780) bar(width, long)
    }
  }
  sheet.add(
    `<g fill="${palette.ember}" opacity="0.24">${edge.join('')}</g>`,
    `<path d="M${x - 18} 84V820M${x + measure + 18} 84V820" stroke="${palette.haze}" stroke-width="3" stroke-dasharray="3 11" stroke-linecap="round"/>`,
  )
}
