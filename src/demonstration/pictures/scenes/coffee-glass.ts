import { palette } from '../drawing/palette'
import { kawungMotif } from '../drawing/shapes'
import { Sheet } from '../drawing/sheet'
import { clouds, dawnSky, hills } from '../drawing/skies'

/** A glass of coffee on a window sill, its grounds settling, with evening hills behind. */
export function coffeeGlass(): string {
  const sheet = new Sheet(1600, 900)
  dawnSky(sheet, { x: 420, y: 420, r: 104 })
  clouds(sheet, 51, palette.paper, 7)
  hills(sheet, { seed: 101, y: 480, height: 70, colour: '#a3a1c0', shade: palette.dusk, mist: palette.peach })
  hills(sheet, {
    seed: 108,
    y: 545,
    height: 80,
    colour: '#737aa9',
    shade: palette.indigo,
    mist: '#e6b08c',
    waves: 2.5,
  })
  hills(sheet, {
    seed: 112,
    y: 620,
    height: 70,
    colour: '#3f4a80',
    shade: palette.night,
    mist: '#8a6c84',
    waves: 3.4,
  })
  window(sheet)
  steam(sheet)
  glass(sheet)
  return sheet.svg()
}

function window(sheet: Sheet): void {
  const curtain = 'M1190 40C1230 260 1330 520 1540 600V40Z'
  sheet.add(
    `<path d="${curtain}" fill="${sheet.linear([
      [0, palette.indigo],
      [1, palette.night],
    ])}"/>`,
    `<g ${sheet.clip(`<path d="${curtain}"/>`)} opacity="0.85"><g transform="translate(1150 20)">${kawungMotif({ width: 480, height: 640, length: 58, fill: '#8f97cf' })}</g></g>`,
  )
  for (const [x, dip] of [
    [1290, 0.5],
    [1390, 0.75],
    [1470, 0.9],
  ] as const) {
    sheet.add(
      `<path d="M${x} 40C${x + 20} 240 ${x + 60} ${440 * dip} ${x + 84} ${600 * dip}L${x + 30} ${560 * dip}C${x + 6} 400 ${x - 22} 200 ${x - 30} 40Z" fill="#0a0e2c" opacity="0.38"/>`,
    )
  }
  const sill = 'M0 726H1600V900H0Z'
  sheet.add(
    `<path d="${sill}" fill="${sheet.linear([
      [0, '#9a5a33'],
      [0.2, '#7a4427'],
      [1, '#3f2217'],
    ])}"/>`,
    `<path d="M0 726H1600" stroke="#d99a63" stroke-width="8"/>`,
    `<path d="M0 790C400 780 700 806 1600 786M0 842C500 856 900 830 1600 848" fill="none" stroke="#371c12" stroke-width="3" opacity="0.5"/>`,
    `<rect x="0" y="0" width="70" height="730" fill="#5a3220"/><rect x="1530" y="0" width="70" height="730" fill="#5a3220"/><rect width="1600" height="46" fill="#4a281a"/>`,
  )
  sheet.stipple(
    sill,
    '#24110b',
    [
      [0, 0.05],
      [1, 0.8],
    ],
    { from: [0.25, 0], to: [0.9, 1] },
  )
  sheet.stipple('M0 0H70V730H0ZM1530 0H1600V730H1530Z', '#24110b', [
    [0, 0.6],
    [1, 0.3],
  ])
}

function steam(sheet: Sheet): void {
  const wisp = (x: number, sway: number, top: number) =>
    `M${x} 372C${x - sway} 310 ${x + sway} 270 ${x} 210S${x - sway} 130 ${x + sway * 0.6} ${top}C${x - sway * 0.4} 140 ${x + sway * 1.7} 190 ${x + 26} 250S${x - sway * 0.2} 320 ${x + 20} 372Z`
  const fade = sheet.linear([
    [0, palette.paper, 0],
    [0.5, palette.paper, 0.6],
    [1, palette.paper, 0.15],
  ])
  sheet.add(
    `<g filter="url(#blur)"><path d="${wisp(820, 52, 70)}" fill="${fade}"/><path d="${wisp(884, 42, 110)}" fill="${fade}"/><path d="${wisp(770, 34, 150)}" fill="${fade}"/></g>`,
  )
}

function glass(sheet: Sheet): void {
  const outer = 'M700 376H980L944 752Q942 772 920 772H760Q738 772 736 752Z'
  const coffee = 'M709 436H971L942 738Q940 756 920 756H760Q740 756 738 738Z'
  const grounds = 'M728 640C790 622 880 656 951 634L942 738Q940 756 920 756H760Q740 756 738 738Z'
  sheet.add(
    `<ellipse cx="850" cy="786" rx="216" ry="26" fill="#1a0c08" opacity="0.55"/><path d="M960 782L1360 826L1250 846L900 796Z" fill="#1a0c08" opacity="0.35" filter="url(#blur)"/>`,
    `<ellipse cx="840" cy="780" rx="196" ry="27" fill="#e9dcc6"/><ellipse cx="840" cy="774" rx="196" ry="27" fill="${palette.paper}"/><ellipse cx="840" cy="772" rx="128" ry="15" fill="#d8c6aa"/>`,
    `<path d="${outer}" fill="#fff6e6" opacity="0.32"/>`,
    `<path d="${coffee}" fill="${sheet.linear([
      [0, '#8a451c'],
      [0.3, '#4f2410'],
      [1, '#1f0e08'],
    ])}"/>`,
    `<path d="${grounds}" fill="#140906"/>`,
  )
  sheet.stipple('M722 580H957L951 650H728Z', '#140906', [
    [0, 0],
    [1, 0.95],
  ])
  sheet.stipple(
    coffee,
    '#d0762f',
    [
      [0, 0.75],
      [0.4, 0],
    ],
    { from: [0, 0.2], to: [1, 0.4] },
  )
  sheet.add(
    `<ellipse cx="840" cy="436" rx="131" ry="21" fill="#6d3517"/><ellipse cx="840" cy="437" rx="116" ry="15" fill="#8f4a1f"/><path d="M742 440q40 -16 90 -8q54 8 90 -2" fill="none" stroke="#c98347" stroke-width="5" stroke-linecap="round"/>`,
    `<ellipse cx="840" cy="376" rx="140" ry="22" fill="#fff" opacity="0.16" stroke="#fffaf0" stroke-width="5"/>`,
    `<path d="${outer}" fill="none" stroke="#fffaf0" stroke-width="4" opacity="0.7"/>`,
    `<path d="M722 404L752 730" stroke="#fff" stroke-width="13" stroke-linecap="round" opacity="0.55"/><path d="M748 410L766 600" stroke="#fff" stroke-width="5" stroke-linecap="round" opacity="0.4"/>`,
    `<path d="M948 420L922 724" stroke="#ffcf94" stroke-width="6" stroke-linecap="round" opacity="0.5"/>`,
    `<path d="M800 452L905 300" stroke="#d8d2c8" stroke-width="9" stroke-linecap="round"/><path d="M800 452L905 300" stroke="#fff" stroke-width="3" stroke-linecap="round"/>`,
  )
}
