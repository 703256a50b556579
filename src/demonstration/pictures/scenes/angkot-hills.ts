import { palette } from '../drawing/palette'
import { between, seeded } from '../drawing/seeded'
import { Sheet } from '../drawing/sheet'
import { clouds, dawnSky, hills, volcano } from '../drawing/skies'

/** A green minibus on a road that winds down from layered hills. */
export function angkotHills(): string {
  const sheet = new Sheet(1600, 900)
  dawnSky(sheet, { x: 330, y: 292, r: 84 })
  clouds(sheet, 33, palette.paper, 8)
  const cone = volcano({ x: 1130, y: 500, width: 1250, height: 330 })
  sheet.add(`<path d="${cone}" fill="#9b9dc1" opacity="0.85"/>`)
  sheet.stipple(
    cone,
    palette.indigo,
    [
      [0.35, 0],
      [0.9, 0.75],
    ],
    { from: [0, 0], to: [1, 0] },
  )
  hills(sheet, { seed: 71, y: 430, height: 60, colour: '#8d93b8', shade: palette.dusk, mist: palette.peach })
  hills(sheet, {
    seed: 75,
    y: 480,
    height: 60,
    colour: '#66809a',
    shade: palette.indigo,
    mist: '#e9bf95',
    waves: 4,
  })
  town(sheet)
  hills(sheet, { seed: 79, y: 548, height: 30, colour: '#5f8a70', shade: palette.moss, mist: '#a9b07c' })
  hills(sheet, { seed: 84, y: 640, height: 70, colour: '#4b7457', shade: palette.moss, waves: 2.2 })
  trees(sheet)
  road(sheet)
  angkot(sheet)
  return sheet.svg()
}

function town(sheet: Sheet): void {
  const random = seeded(19)
  for (let index = 0; index < 34; index += 1) {
    const x = 560 + index * 17 + between(random, -8, 8)
    const y = 512 + between(random, -18, 16)
    const size = between(random, 13, 23)
    sheet.add(
      `<rect x="${x}" y="${y}" width="${size * 1.2}" height="${size + 44}" fill="${index % 3 ? palette.cream : palette.blush}"/>`,
      `<path d="M${x - 4} ${y + 1}L${x + size * 0.6} ${y - size * 0.6}L${x + size * 1.2 + 4} ${y + 1}Z" fill="${index % 4 ? palette.dawn : palette.soga}"/>`,
    )
  }
}

function trees(sheet: Sheet): void {
  const random = seeded(23)
  for (let index = 0; index < 30; index += 1) {
    const x = between(random, 0, 1600)
    const y = 612 + between(random, -6, 52) + Math.abs(x - 800) * 0.02
    const size = between(random, 12, 30)
    sheet.add(
      `<path d="M${x} ${y + size}V${y}" stroke="#3a2a1e" stroke-width="3"/>`,
      `<ellipse cx="${x}" cy="${y - size * 0.3}" rx="${size * 0.62}" ry="${size}" fill="${index % 2 ? '#2f4f43' : '#3c6350'}"/>`,
    )
  }
}

function road(sheet: Sheet): void {
  const shape =
    'M1010 590C1180 600 1290 622 1230 650C1140 690 640 664 560 706C500 742 1000 724 1700 760V920H-60V800C160 760 300 730 380 700C520 650 1110 660 1150 640C1180 622 1090 606 1002 596Z'
  sheet.add(
    `<path d="${shape}" fill="${sheet.linear([
      [0, '#d9b08c'],
      [0.45, '#7a6677'],
      [1, '#37304a'],
    ])}"/>`,
  )
  sheet.stipple(shape, '#1c1a33', [
    [0.3, 0],
    [1, 0.6],
  ])
  const verge = 'M-20 900V872C300 842 900 846 1620 880V900Z'
  sheet.add(
    `<path d="M-20 806C300 784 900 790 1620 824" fill="none" stroke="${palette.cream}" stroke-width="5" stroke-dasharray="64 46" opacity="0.75"/>`,
    `<path d="${verge}" fill="#26382f"/>`,
  )
}

function angkot(sheet: Sheet): void {
  const body =
    'M-300 60V-96Q-300 -150 -248 -152H150Q186 -152 206 -120L248 -44L302 -26Q324 -18 324 8V60Q324 76 308 76H-284Q-300 76 -300 60Z'
  const window = (x: number, wide: number) =>
    `<path d="M${x} -44V-112Q${x} -124 ${x + 12} -124H${x + wide}V-44Z" fill="#27345f" stroke="#24523c" stroke-width="5"/>`
  const wheel = (x: number) =>
    `<circle cx="${x}" cy="80" r="43" fill="#17151f"/><circle cx="${x}" cy="80" r="23" fill="#cfc6bb"/><circle cx="${x}" cy="80" r="8" fill="#5b5563"/>`
  sheet.add(
    `<ellipse cx="770" cy="840" rx="350" ry="20" fill="#120f24" opacity="0.55"/>`,
    '<g transform="translate(760 716)">',
  )
  sheet.add(
    `<path d="${body}" fill="${sheet.linear([
      [0, '#6fa56a'],
      [0.55, '#4f8a58'],
      [1, '#2f6247'],
    ])}"/>`,
    `<path d="M-300 2H316Q324 6 324 20V34H-300Z" fill="${palette.cream}"/><path d="M-300 20H324" stroke="${palette.dawn}" stroke-width="8"/>`,
    window(-276, 108),
    window(-152, 108),
    window(0, 92),
    `<path d="M112 -44V-124H150Q166 -124 178 -104L210 -44Z" fill="#27345f" stroke="#24523c" stroke-width="5"/>`,
    `<path d="M-276 -60L-206 -124H-240L-276 -92ZM0 -60L70 -124H36L0 -92ZM112 -58L156 -124H138L112 -94Z" fill="#fff" opacity="0.2"/>`,
    `<circle cx="-222" cy="-66" r="19" fill="#141a38"/><path d="M-252 -44q30 -32 60 0Z" fill="#141a38"/><circle cx="-100" cy="-70" r="19" fill="#141a38"/><path d="M-132 -44q32 -32 62 0Z" fill="#141a38"/><circle cx="150" cy="-72" r="18" fill="#141a38"/><path d="M122 -44q28 -30 58 0Z" fill="#141a38"/>`,
    `<path d="M-32 -128V66M98 -128V66" stroke="#24523c" stroke-width="4"/><path d="M66 -14h22" stroke="#24523c" stroke-width="7" stroke-linecap="round"/>`,
    `<path d="M-250 -152V-166H120V-152" fill="none" stroke="#2b2a33" stroke-width="6"/><rect x="-226" y="-196" width="120" height="32" rx="5" fill="${palette.clay}"/><rect x="-94" y="-188" width="86" height="24" rx="10" fill="${palette.ember}"/><rect x="4" y="-192" width="70" height="28" rx="4" fill="${palette.amber}"/>`,
    `<circle cx="304" cy="2" r="13" fill="#fff0c4"/><rect x="-304" y="-6" width="12" height="34" rx="4" fill="${palette.dawn}"/><rect x="286" y="50" width="46" height="16" rx="6" fill="#25222f"/>`,
  )
  sheet.stipple(
    body,
    '#17392f',
    [
      [0.55, 0],
      [1, 0.75],
    ],
    { from: [0.5, 0.2], to: [0.42, 1] },
  )
  sheet.add(wheel(-190), wheel(206), '</g>')
}
