import { palette } from '../drawing/palette'
import type { Sheet } from '../drawing/sheet'
import { paperGround } from './ground'

const blocks = [
  { lines: [0.62], high: 74, stale: false },
  { lines: [1, 0.96, 0.7], high: 134, stale: false },
  { lines: [0.98, 1, 0.94, 0.4], high: 164, stale: true },
  { lines: [1, 0.9], high: 104, stale: false },
  { lines: [0.97, 1, 0.55], high: 134, stale: false },
]

/** Two columns of blocks tied by threads. One pair stands out. */
export function segmentsFigure(): string {
  const sheet = paperGround()
  let y = 92
  for (const block of blocks) {
    column(sheet, { ...block, x: 190, y, colour: palette.indigo })
    column(sheet, { ...block, x: 970, y, colour: palette.moss })
    thread(sheet, y + block.high / 2, block.stale)
    y += block.high + 26
  }
  return sheet.svg()
}

type Block = { x: number; y: number; high: number; lines: number[]; stale: boolean; colour: string }

function column(sheet: Sheet, { x, y, high, lines, stale, colour }: Block): void {
  const ink = stale ? palette.dawn : colour
  const frame = `M${x + 14} ${y}H${x + 426}q14 0 14 14V${y + high - 14}q0 14 -14 14H${x + 14}q-14 0 -14 -14V${y + 14}q0 -14 14 -14Z`
  sheet.add(
    `<path d="${frame}" transform="translate(5 7)" fill="${palette.ink}" opacity="0.13"/>`,
    `<path d="${frame}" fill="${stale ? '#fde3cd' : palette.paper}" stroke="${ink}" stroke-width="3.5"/>`,
    ...lines.map(
      (share, index) =>
        `<path d="M${x + 34} ${y + 37 + index * 30}h${share * 372}" stroke="${ink}" stroke-width="12" stroke-linecap="round" opacity="0.8"/>`,
    ),
  )
  if (stale)
    sheet.stipple(frame, palette.ember, [
      [0, 0],
      [0.5, 0],
      [1, 0.5],
    ])
}

function thread(sheet: Sheet, y: number, stale: boolean): void {
  const path = `M630 ${y}C740 ${y - 26} 860 ${y + 26} 970 ${y}`
  const stroke = stale ? palette.dawn : palette.haze
  sheet.add(
    `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${stale ? 7 : 4}" ${stale ? 'stroke-dasharray="2 17" stroke-linecap="round"' : ''}/>`,
    ...[630, 970].map(
      (x) =>
        `<circle cx="${x}" cy="${y}" r="11" fill="${palette.paper}" stroke="${stroke}" stroke-width="5"/>`,
    ),
  )
}
