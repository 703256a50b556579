import { palette } from '../drawing/palette'
import { lens, ring } from '../drawing/shapes'
import { paperGround } from './ground'

const side = 300
const r = side / Math.SQRT2
const middle = { x: 800, y: 450 }

/** Circles at the points of a grid, the lenses where they overlap, and one flower of four. */
export function kawungConstruction(): string {
  const sheet = paperGround()
  const petal = lens(side)
  const columns = [-3, -2, -1, 0, 1, 2]
  const rows = [-2, -1, 0, 1]
  const centres = columns.flatMap((column) =>
    rows.map((row) => [middle.x + (column + 0.5) * side, middle.y + (row + 0.5) * side] as const),
  )
  for (const [x, y] of centres) {
    const corner = `translate(${x - side / 2} ${y - side / 2})`
    sheet.add(
      `<g fill="#dcd3d6"><path d="${petal}" transform="${corner}"/><path d="${petal}" transform="${corner} rotate(90)"/></g>`,
    )
  }
  sheet.add(ring(`<path d="${petal}" fill="${palette.dawn}"/>`, 4, `translate(${middle.x} ${middle.y})`))
  for (const [x, y] of centres) {
    const near = Math.hypot(x - middle.x, y - middle.y) < side
    sheet.add(
      `<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${near ? palette.indigo : palette.ink}" stroke-width="${near ? 5 : 2}" opacity="${near ? 1 : 0.5}"/>`,
      `<path d="M${x - 10} ${y}h20M${x} ${y - 10}v20" stroke="${palette.ink}" stroke-width="2.5"/>`,
    )
  }
  const [cx, cy] = [middle.x - side / 2, middle.y + side / 2]
  sheet.add(
    `<path d="M${middle.x} ${middle.y}L${cx} ${cy}L${middle.x} ${middle.y + side}" fill="none" stroke="${palette.ink}" stroke-width="5"/>`,
    `<path d="M${middle.x} ${middle.y}v${side}" stroke="${palette.paper}" stroke-width="4" stroke-dasharray="10 9"/>`,
    ...[
      [middle.x, middle.y],
      [cx, cy],
      [middle.x, middle.y + side],
    ].map(
      ([x, y]) =>
        `<circle cx="${x}" cy="${y}" r="10" fill="${palette.paper}" stroke="${palette.ink}" stroke-width="4"/>`,
    ),
  )
  return sheet.svg()
}
