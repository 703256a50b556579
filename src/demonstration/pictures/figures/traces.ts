import { palette } from '../drawing/palette'
import { between, seeded } from '../drawing/seeded'
import { through } from '../drawing/shapes'
import type { Sheet } from '../drawing/sheet'
import { paperGround } from './ground'

const route: [number, number][] = [
  [150, 720],
  [290, 706],
  [420, 640],
  [470, 520],
  [600, 452],
  [760, 470],
  [900, 420],
  [960, 300],
  [1090, 226],
  [1270, 236],
  [1450, 160],
]

/** Thirty rides, each a little wrong, and the one route that they agree on. */
export function traces(): string {
  const sheet = paperGround()
  blocks(sheet)
  const random = seeded(31)
  for (let ride = 0; ride < 30; ride += 1) {
    const [first, last] = [Math.floor(random() * 3), route.length - Math.floor(random() * 3)]
    const drift = between(random, -14, 14)
    const points = route
      .slice(first, last)
      .map(([x, y]): [number, number] => [
        x + drift + between(random, -20, 20),
        y + drift + between(random, -24, 24),
      ])
    sheet.add(
      `<path d="${through(points)}" fill="none" stroke="${ride % 3 ? palette.indigo : palette.dusk}" stroke-width="2.6" opacity="0.42" stroke-linecap="round"/>`,
    )
  }
  sheet.add(
    `<path d="${through(route)}" fill="none" stroke="${palette.paper}" stroke-width="22" stroke-linecap="round"/>`,
    `<path d="${through(route)}" fill="none" stroke="${palette.dawn}" stroke-width="13" stroke-linecap="round"/>`,
  )
  for (const index of [0, 2, 4, 6, 8, 10]) {
    const [x, y] = route[index] ?? [0, 0]
    sheet.add(
      `<circle cx="${x}" cy="${y}" r="15" fill="${palette.paper}" stroke="${palette.dawn}" stroke-width="7"/>`,
    )
  }
  return sheet.svg()
}

function blocks(sheet: Sheet): void {
  const random = seeded(44)
  const shapes: string[] = []
  for (let y = -80; y < 940; y += 118) {
    for (let x = -80; x < 1660; ) {
      const wide = between(random, 90, 210)
      const kind = random()
      const fill = kind < 0.1 ? '#cdd5ae' : kind < 0.16 ? '#d5d8ea' : '#eddfc6'
      shapes.push(
        `<rect x="${x}" y="${y + between(random, -4, 4)}" width="${wide}" height="98" rx="7" fill="${fill}"/>`,
      )
      x += wide + 20
    }
  }
  sheet.add(`<g transform="rotate(-8 800 450) scale(1.1) translate(-60 -40)">${shapes.join('')}</g>`)
  sheet.add(
    `<path d="M-40 240C260 300 420 260 620 330S960 640 1240 640S1500 560 1660 590" fill="none" stroke="#aab4d8" stroke-width="40"/><path d="M-40 240C260 300 420 260 620 330S960 640 1240 640S1500 560 1660 590" fill="none" stroke="#c6cdE6" stroke-width="26"/>`,
  )
}
