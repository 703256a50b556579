import { palette } from '../drawing/palette'
import { between, seeded } from '../drawing/seeded'
import { land, ridgePoints } from '../drawing/shapes'
import { Sheet } from '../drawing/sheet'
import { clouds, dawnSky } from '../drawing/skies'

const horizon = 470

/** A small ferry between layered islands on a calm sea at sunrise. */
export function islandsFerry(): string {
  const sheet = new Sheet(1600, 900)
  dawnSky(sheet, { x: 560, y: 412, r: 112 })
  clouds(sheet, 22, palette.paper, 8)
  island(sheet, {
    x: 40,
    width: 520,
    height: 66,
    y: horizon,
    seed: 3,
    colour: '#b3adc4',
    shade: palette.dusk,
  })
  island(sheet, {
    x: 640,
    width: 900,
    height: 96,
    y: horizon,
    seed: 5,
    colour: '#9a9cc0',
    shade: palette.indigo,
  })
  sea(sheet)
  island(sheet, {
    x: 1010,
    width: 760,
    height: 190,
    y: 520,
    seed: 14,
    colour: '#54618f',
    shade: palette.night,
  })
  island(sheet, { x: -260, width: 640, height: 250, y: 590, seed: 21, colour: '#3c5560', shade: '#12242f' })
  ferry(sheet)
  return sheet.svg()
}

type Island = {
  x: number
  width: number
  height: number
  y: number
  seed: number
  colour: string
  shade: string
}

function island(sheet: Sheet, { x, width, height, y, seed, colour, shade }: Island): void {
  const ridge = ridgePoints({ seed, width, y: 0, height: 1, waves: 2.4 })
  const points = ridge.map(([px, py]): [number, number] => {
    const t = px / width
    return [x + px, y - Math.max(0, Math.sin(Math.PI * t)) ** 0.8 * height * (0.72 - py * 0.32)]
  })
  const shape = land(points, y)
  const mirrored = land(
    points.map(([px, py]): [number, number] => [px, y + (y - py) * 0.5]),
    y,
  )
  sheet.add(
    `<path d="${mirrored}" fill="${colour}" opacity="0.38"/>`,
    `<path d="${shape}" fill="${colour}"/>`,
  )
  sheet.stipple(
    shape,
    shade,
    [
      [0, 0.75],
      [0.7, 0.05],
    ],
    { from: [1, 0], to: [0.25, 0.9] },
  )
}

function sea(sheet: Sheet): void {
  const water = `M0 ${horizon}H1600V900H0Z`
  const fill = sheet.linear([
    [0, '#f5c08d'],
    [0.12, '#dda58d'],
    [0.4, '#7f83ad'],
    [1, '#232f78'],
  ])
  sheet.add(`<path d="${water}" fill="${fill}"/>`)
  sheet.stipple(water, palette.night, [
    [0.35, 0],
    [1, 0.75],
  ])
  const random = seeded(77)
  for (let index = 0; index < 46; index += 1) {
    const t = index / 46
    const y = horizon + 6 + t ** 1.5 * 400
    const spread = 40 + t * 330
    const [x, long] = [560 + between(random, -spread, spread), between(random, 30, 120) * (0.5 + t)]
    const thin = 1.5 + t * 5
    sheet.add(
      `<path d="M${x - long} ${y}q${long} ${-thin} ${long * 2} 0q${-long} ${thin} ${-long * 2} 0Z" fill="${t < 0.5 ? palette.cream : palette.amber}" opacity="${(0.85 - t * 0.5).toFixed(2)}"/>`,
    )
  }
}

function ferry(sheet: Sheet): void {
  const hull = 'M-190 0H196L168 58Q160 70 140 70H-134Q-156 70 -166 54Z'
  const windows = Array.from(
    { length: 9 },
    (_, index) => `<rect x="${-122 + index * 27}" y="-42" width="17" height="18" rx="3" fill="#ffdf9e"/>`,
  )
  const foam = sheet.linear(
    [
      [0, palette.cream, 0],
      [0.5, palette.cream, 0.5],
      [1, palette.cream, 1],
    ],
    { from: [0, 0], to: [1, 0] },
  )
  const wake = Array.from({ length: 7 }, (_, index) => {
    const drop = 12 + index * 15
    return `<path d="M${-150 - index * 16} ${66 + index * 3}C${-330 - index * 40} ${78 + drop * 0.6} ${-520 - index * 30} ${92 + drop} ${-760} ${120 + drop * 2.1}" fill="none" stroke="${foam}" stroke-width="${4.6 - index * 0.5}" opacity="${0.75 - index * 0.08}"/>`
  })
  sheet.add(
    `<g transform="translate(1010 676) scale(1.12)">`,
    ...wake,
    `<path d="M-176 72Q0 92 182 70L150 96Q0 112 -140 98Z" fill="${palette.night}" opacity="0.5"/>`,
    `<path d="${hull}" fill="${palette.cream}"/><path d="M-176 34H180L168 58Q160 70 140 70H-134Q-156 70 -166 54Z" fill="${palette.dawn}"/>`,
    `<path d="M-150 0V-58H130L150 0Z" fill="#f3e2c8"/><path d="M-110 -58V-100H96L108 -58Z" fill="${palette.paper}"/>`,
    `<path d="M-160 -58H142" stroke="${palette.indigo}" stroke-width="7"/><path d="M-118 -100H104" stroke="${palette.indigo}" stroke-width="6"/>`,
    ...windows,
    `<rect x="-92" y="-90" width="172" height="20" rx="4" fill="#38467f"/>`,
    `<path d="M-70 -100V-150H-34V-100Z" fill="${palette.ember}"/><path d="M-72 -150H-32" stroke="${palette.night}" stroke-width="8"/>`,
    `<path d="M60 -100V-176M60 -170L150 -58M60 -170L-34 -120" stroke="${palette.night}" stroke-width="3" fill="none"/>`,
    `<path d="M60 -176h34l-8 10l8 10h-34Z" fill="${palette.dawn}"/>`,
    `<path d="M-50 -156q-26 -26 -62 -20q-30 -26 -74 -10q-20 -14 -52 -4q40 22 84 18q60 18 104 16Z" fill="${palette.mist}" opacity="0.65"/>`,
    `</g>`,
  )
  sheet.stipple(
    'M812 676H1000V755H860Q840 755 826 736Z',
    '#4a1a10',
    [
      [0, 0.8],
      [1, 0],
    ],
    { from: [0, 0.5], to: [1, 0.4] },
  )
  sheet.stipple(
    'M842 676V611H980V676Z',
    palette.dusk,
    [
      [0, 0.6],
      [1, 0],
    ],
    { from: [0, 0], to: [1, 0] },
  )
}
