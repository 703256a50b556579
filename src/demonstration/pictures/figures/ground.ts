import { palette } from '../drawing/palette'
import { Sheet } from '../drawing/sheet'

/** A sheet of plain paper for a diagram, a little darker towards one corner. */
export function paperGround(): Sheet {
  const sheet = new Sheet(1600, 900)
  const paper = sheet.linear(
    [
      [0, palette.paper],
      [1, '#f3e6d0'],
    ],
    { from: [0, 0], to: [1, 1] },
  )
  sheet.add(`<rect width="1600" height="900" fill="${paper}"/>`)
  return sheet.stipple(
    'M0 0H1600V900H0Z',
    '#cfb186',
    [
      [0.55, 0],
      [1, 0.45],
    ],
    { from: [0, 0], to: [1, 1] },
  )
}
