import { palette } from '../drawing/palette'
import { between, seeded } from '../drawing/seeded'
import { Sheet } from '../drawing/sheet'
import { clouds, dawnSky, hills, volcano } from '../drawing/skies'

/** A desk by a window: manuscripts with corrections, a lamp, a glass of coffee, a volcano outside. */
export function editingDesk(): string {
  const sheet = new Sheet(1600, 900)
  dawnSky(sheet, { x: 610, y: 330, r: 66 })
  clouds(sheet, 62, palette.paper, 6)
  const cone = volcano({ x: 900, y: 500, width: 900, height: 270 })
  sheet.add(`<path d="${cone}" fill="#8f93b8"/>`)
  sheet.stipple(
    cone,
    palette.indigo,
    [
      [0.3, 0],
      [0.85, 0.8],
    ],
    { from: [0, 0], to: [1, 0] },
  )
  hills(sheet, {
    seed: 131,
    y: 470,
    height: 40,
    colour: '#7d8fae',
    shade: palette.indigo,
    mist: palette.peach,
  })
  hills(sheet, { seed: 135, y: 515, height: 44, colour: '#5b8272', shade: palette.moss })
  room(sheet)
  lamp(sheet)
  books(sheet)
  page(sheet, { x: 590, y: 752, turn: -6, seed: 3 })
  page(sheet, { x: 902, y: 756, turn: 4, seed: 8 })
  cup(sheet)
  return sheet.svg()
}

function room(sheet: Sheet): void {
  const wall = 'M0 0H1600V640H0ZM330 60H1210V560H330Z'
  const desk = 'M0 610H1600V900H0Z'
  sheet.add(
    `<path d="${wall}" fill-rule="evenodd" fill="${sheet.linear([
      [0, '#24306f'],
      [1, '#1a2252'],
    ])}"/>`,
    `<path d="M318 48H1222V572H318ZM342 72V548H1198V72Z" fill-rule="evenodd" fill="#8a5230"/><path d="M764 72V548M342 250H1198" stroke="#8a5230" stroke-width="14"/>`,
    `<path d="M300 566H1240V590H300Z" fill="#a8683a"/>`,
    `<path d="${desk}" fill="${sheet.linear([
      [0, '#b5713f'],
      [0.25, '#94562f'],
      [1, '#4d2a1a'],
    ])}"/><path d="M0 612H1600" stroke="#dba06c" stroke-width="5"/>`,
    `<path d="M0 690C500 676 900 704 1600 684M0 770C420 790 1000 758 1600 776M0 852C600 838 1100 866 1600 846" fill="none" stroke="#3a1e12" stroke-width="3" opacity="0.35"/>`,
  )
  sheet.stipple('M0 0H318V610H0ZM1222 0H1600V610H1222ZM318 0H1222V48H318Z', '#0a0e2c', [
    [0, 0.75],
    [1, 0.15],
  ])
  sheet.stipple(
    desk,
    '#2a140c',
    [
      [0.35, 0],
      [1, 0.75],
    ],
    { from: [0.5, 0], to: [0.5, 1] },
  )
}

type Page = { x: number; y: number; turn: number; seed: number }

function page(sheet: Sheet, { x, y, turn, seed }: Page): void {
  const random = seeded(seed)
  const lines = Array.from({ length: 11 }, (_, index) => {
    const long = index % 5 === 4 ? between(random, 70, 120) : between(random, 178, 200)
    return `<path d="M-98 ${-96 + index * 20}h${long}" stroke="#4b4640" stroke-width="6" stroke-linecap="round" opacity="0.75"/>`
  })
  const marks = `M-60 -58q40 -14 84 2M20 -16l64 2M-98 42q-26 0 -26 20t26 20M40 64q30 -16 52 0M70 -96a22 13 0 1 0 1 0`
  const paper = 'M-126 -136H126V144H-126Z'
  sheet.add(
    `<g transform="translate(${x} ${y}) rotate(${turn}) skewX(-9) scale(1.14 0.82)">`,
    `<path d="${paper}" transform="translate(14 14)" fill="#241008" opacity="0.5" filter="url(#blur)"/>`,
    `<path d="${paper}" transform="translate(7 6) rotate(2)" fill="#e6d6bb"/><path d="${paper}" fill="${palette.paper}"/>`,
    ...lines,
    `<path d="${marks}" fill="none" stroke="${palette.ember}" stroke-width="5" stroke-linecap="round"/></g>`,
  )
}

function lamp(sheet: Sheet): void {
  const light = sheet.linear([
    [0, '#ffe6ac', 0.75],
    [1, '#ffe6ac', 0],
  ])
  sheet.add(
    `<path d="M1150 372L780 860H1500L1350 372Z" fill="${light}" opacity="0.55"/>`,
    `<ellipse cx="1420" cy="722" rx="92" ry="20" fill="#11132e"/><path d="M1420 716L1470 470L1290 330" fill="none" stroke="#11132e" stroke-width="13" stroke-linejoin="round"/><circle cx="1470" cy="470" r="15" fill="${palette.amber}"/>`,
    `<path d="M1138 384C1150 296 1216 256 1290 276S1376 344 1366 400Z" fill="${palette.dawn}"/><ellipse cx="1252" cy="392" rx="114" ry="15" fill="#ffe9b9"/>`,
  )
  sheet.stipple(
    'M1138 384C1150 296 1216 256 1290 276S1376 344 1366 400Z',
    '#5a1d04',
    [
      [0.4, 0],
      [1, 0.85],
    ],
    { from: [0, 0], to: [1, 0.4] },
  )
}

function books(sheet: Sheet): void {
  const stack: [number, number, number, string][] = [
    [86, 690, 300, palette.indigo],
    [110, 648, 262, palette.cream],
    [80, 606, 292, palette.dawn],
    [124, 566, 226, '#3f6a58'],
  ]
  sheet.add(`<ellipse cx="250" cy="738" rx="196" ry="18" fill="#1f0e08" opacity="0.5"/>`)
  for (const [x, y, wide, colour] of stack) {
    sheet.add(
      `<rect x="${x}" y="${y}" width="${wide}" height="40" rx="5" fill="${colour}"/><path d="M${x + 26} ${y}v40M${x + wide - 34} ${y}v40" stroke="#0c0a12" stroke-width="4" opacity="0.35"/>`,
    )
    sheet.stipple(
      `M${x} ${y}h${wide}v40h${-wide}Z`,
      '#0c0a1c',
      [
        [0, 0.6],
        [0.6, 0],
      ],
      { from: [0, 1], to: [0.5, 0] },
    )
  }
}

function cup(sheet: Sheet): void {
  const glass = 'M1150 668H1256L1244 792Q1243 804 1230 804H1176Q1163 804 1162 792Z'
  sheet.add(
    `<ellipse cx="1210" cy="808" rx="86" ry="14" fill="#1f0e08" opacity="0.5"/>`,
    `<path d="${glass}" fill="#fff6e6" opacity="0.35"/><path d="M1153 700H1253L1244 790Q1243 800 1230 800H1176Q1163 800 1162 790Z" fill="#2c130a"/><ellipse cx="1203" cy="700" rx="50" ry="9" fill="#7a3f1c"/>`,
    `<ellipse cx="1203" cy="668" rx="53" ry="9" fill="none" stroke="#fffaf0" stroke-width="3"/><path d="M1162 684L1170 786" stroke="#fff" stroke-width="6" stroke-linecap="round" opacity="0.55"/>`,
    `<path d="M1300 852L1436 812L1442 826L1306 866L1286 868Z" fill="${palette.amber}"/><path d="M1286 868L1300 852L1306 866Z" fill="#2a1a12"/><path d="M1422 816l14 -4l6 14l-14 4Z" fill="${palette.dawn}"/>`,
  )
}
