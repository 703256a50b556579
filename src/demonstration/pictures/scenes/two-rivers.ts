import { palette } from '../drawing/palette'
import { between, seeded } from '../drawing/seeded'
import { land, ridgePoints, through } from '../drawing/shapes'
import { Sheet } from '../drawing/sheet'
import { clouds, dawnSky, hills, volcano } from '../drawing/skies'

/** Two rivers of different colours side by side through terraced fields, towards the sun. */
export function twoRivers(): string {
  const sheet = new Sheet(1600, 900)
  dawnSky(sheet, { x: 1010, y: 330, r: 96 })
  clouds(sheet, 4, palette.paper)
  const cone = volcano({ x: 520, y: 520, width: 900, height: 300 })
  sheet.add(`<path d="${cone}" fill="${palette.haze}" opacity="0.75"/>`)
  sheet.stipple(
    cone,
    palette.dusk,
    [
      [0, 0.1],
      [0.5, 0.15],
      [0.75, 0.75],
    ],
    { from: [0.1, 0], to: [1, 0] },
  )
  hills(sheet, { seed: 31, y: 440, height: 60, colour: '#a9a6bd', shade: palette.dusk, mist: palette.peach })
  hills(sheet, {
    seed: 12,
    y: 478,
    height: 54,
    colour: '#7f86ad',
    shade: palette.indigo,
    mist: '#f3c9a4',
    waves: 4,
  })
  hills(sheet, {
    seed: 7,
    y: 520,
    height: 40,
    colour: '#5d7f78',
    shade: palette.moss,
    mist: '#d7b98d',
    waves: 3,
  })
  terraces(sheet)
  river(sheet, {
    top: [905, 548],
    bend: [700, 690],
    foot: [420, 940],
    width: 210,
    colours: [palette.peach, palette.ember],
  })
  river(sheet, {
    top: [960, 548],
    bend: [1010, 700],
    foot: [1000, 940],
    width: 200,
    colours: [palette.haze, palette.indigo],
  })
  return sheet.svg()
}

function terraces(sheet: Sheet): void {
  const greens = [
    '#9db07a',
    '#86a06b',
    '#74925f',
    '#638556',
    '#53754e',
    '#446547',
    '#385742',
    '#2c493b',
    '#22402f',
  ]
  const random = seeded(90)
  greens.forEach((green, index) => {
    const t = index / (greens.length - 1)
    const y = 545 + t ** 1.35 * 320
    const points = ridgePoints({ seed: 200 + index, width: 1600, y, height: 26 + t * 40, waves: 1.6 })
    const shape = land(points, 900)
    sheet.add(
      `<path d="${shape}" fill="${green}"/>`,
      `<path d="${through(points)}" fill="none" stroke="${palette.blush}" stroke-width="${1.5 + t * 4}" opacity="0.75"/>`,
    )
    sheet.stipple(shape, palette.moss, [
      [0, 0.6],
      [0.12 + t * 0.25, 0],
    ])
    shoots(sheet, points, { random, size: 3 + t * 13 })
  })
}

function shoots(sheet: Sheet, ridge: [number, number][], at: { random: () => number; size: number }): void {
  const { random, size } = at
  const blades = ridge.flatMap(([x, y]) =>
    Array.from({ length: 2 }, () => {
      const [dx, dy] = [between(random, -16, 16), between(random, size * 1.4, size * 3)]
      return `M${(x + dx).toFixed(1)} ${(y + dy).toFixed(1)}q${(size * 0.1).toFixed(1)} ${(-size * 0.7).toFixed(1)} ${(size * 0.5).toFixed(1)} ${(-size).toFixed(1)}m${(-size * 0.5).toFixed(1)} ${size.toFixed(1)}q${(-size * 0.1).toFixed(1)} ${(-size * 0.7).toFixed(1)} ${(-size * 0.5).toFixed(1)} ${(-size * 0.9).toFixed(1)}`
    }),
  )
  sheet.add(
    `<path d="${blades.join('')}" fill="none" stroke="#d9d9a4" stroke-width="${(size / 7).toFixed(1)}" stroke-linecap="round" opacity="0.5"/>`,
  )
}

type River = {
  top: [number, number]
  bend: [number, number]
  foot: [number, number]
  width: number
  colours: [string, string]
}

function river(sheet: Sheet, { top, bend, foot, width, colours }: River): void {
  const side = (sign: number) => [
    `${top[0] + sign * 4} ${top[1]}`,
    `C${top[0] + sign * 8 + 90} ${top[1] + 60} ${bend[0] + sign * width * 0.12 - 60} ${bend[1] - 70} ${bend[0] + sign * width * 0.2} ${bend[1]}`,
    `S${foot[0] + sign * width * 0.4 - 20} ${foot[1] - 120} ${foot[0] + sign * width * 0.5} ${foot[1]}`,
  ]
  const [a, b] = [side(-1), side(1)]
  const back = reverse(b.join(''))
  const shape = `M${a.join('')}L${back}Z`
  sheet.add(
    `<path d="${shape}" fill="${sheet.linear([
      [0, colours[0]],
      [1, colours[1]],
    ])}"/>`,
    `<path d="M${a.join('')}" fill="none" stroke="${palette.moss}" stroke-width="4" opacity="0.35"/>`,
  )
  sheet.stipple(
    shape,
    palette.blush,
    [
      [0, 0.8],
      [0.6, 0],
    ],
    { from: [0.9, 0], to: [0.3, 1] },
  )
}

/** Reverses a path of one move, one C and one S. The mirrored handle of the S is written out. */
function reverse(path: string): string {
  const n = (path.match(/-?[\d.]+/g) ?? []).map(Number)
  const [x0, y0, c1x, c1y, c2x, c2y, x1, y1, s2x, s2y, x2, y2] = n as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const mirrored = `${2 * x1 - c2x} ${2 * y1 - c2y}`
  return `${x2} ${y2}C${s2x} ${s2y} ${mirrored} ${x1} ${y1}C${c2x} ${c2y} ${c1x} ${c1y} ${x0} ${y0}`
}
