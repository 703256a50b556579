import { palette } from './palette'
import { between, seeded } from './seeded'
import { kawungMotif, land, ridgePoints } from './shapes'
import type { Sheet } from './sheet'

/** Fills the sheet with a dawn, from night blue or from paper, with the sun's glow around (x, y). */
export function dawnSky(sheet: Sheet, sun: { x: number; y: number; r: number; deep?: boolean }): void {
  const { width, height } = sheet
  const { x, y, r, deep = false } = sun
  const { amber, blush, cream, dusk, ember, indigo, night, paper, peach } = palette
  const sky = deep
    ? sheet.linear([
        [0, night],
        [0.3, indigo],
        [0.5, dusk],
        [0.66, '#c98a78'],
        [0.8, amber],
      ])
    : sheet.linear([
        [0, '#dfe0ea'],
        [0.2, '#f0e7e0'],
        [0.45, blush],
        [0.7, peach],
        [0.9, amber],
      ])
  const glow = sheet.radial([
    [0, deep ? peach : paper, 0.95],
    [0.35, deep ? amber : cream, 0.5],
    [1, deep ? ember : peach, 0],
  ])
  const disc = sheet.linear([
    [0, deep ? blush : '#e8792c'],
    [1, deep ? amber : palette.dawn],
  ])
  sheet.add(
    `<rect width="${width}" height="${height}" fill="${sky}"/>`,
    `<circle cx="${x}" cy="${y}" r="${r * 4.4}" fill="${glow}"/>`,
  )
  sheet.stipple(`M0 0H${width}V${height * 0.4}H0Z`, deep ? '#0c1130' : '#a9abc9', [
    [0, deep ? 0.55 : 0.4],
    [1, 0],
  ])
  const round = sheet.clip(`<circle cx="${x}" cy="${y}" r="${r}"/>`)
  const cloth = kawungMotif({ width: r * 2, height: r * 2, length: r * 0.36, fill: palette.paper })
  sheet.add(
    `<circle cx="${x}" cy="${y}" r="${r}" fill="${disc}"/>`,
    `<g ${round} opacity="0.13"><g transform="translate(${x - r} ${y - r})">${cloth}</g></g>`,
  )
}

/** Thin clouds: long lenses in the upper half. */
export function clouds(sheet: Sheet, seed: number, colour: string, count = 7): void {
  const random = seeded(seed)
  for (let index = 0; index < count; index += 1) {
    const [x, y] = [between(random, -100, sheet.width), between(random, 0.08, 0.45) * sheet.height]
    const [long, thin] = [between(random, 160, 460), between(random, 5, 13)]
    const shape = `M${x} ${y}q${long / 2} ${-thin * 1.6} ${long} 0q${-long / 2} ${thin} ${-long} 0Z`
    sheet.add(`<path d="${shape}" fill="${colour}" opacity="${between(random, 0.25, 0.6).toFixed(2)}"/>`)
  }
}

/** One layer of hills: flat colour, mist at its foot, and a shade of dots below the ridge. */
export function hills(
  sheet: Sheet,
  layer: {
    seed: number
    y: number
    height: number
    colour: string
    shade: string
    mist?: string
    waves?: number
  },
): void {
  const points = ridgePoints({ ...layer, width: sheet.width })
  const shape = land(points, sheet.height)
  sheet.add(`<path d="${shape}" fill="${layer.colour}"/>`)
  sheet.stipple(shape, layer.shade, [
    [0, 0.7],
    [0.4, 0],
  ])
  if (layer.mist) {
    const mist = sheet.linear([
      [0.1, layer.mist, 0],
      [0.55, layer.mist, 0.85],
    ])
    sheet.add(`<path d="${shape}" fill="${mist}"/>`)
  }
}

/** A volcano: two concave slopes to a notched top. */
export function volcano(at: { x: number; y: number; width: number; height: number }): string {
  const { x, y, width, height } = at
  const half = width / 2
  const top = width * 0.045
  return [
    `M${x - half} ${y}`,
    `C${x - half * 0.45} ${y - height * 0.12} ${x - half * 0.2} ${y - height * 0.7} ${x - top} ${y - height}`,
    `q${top * 0.5} ${height * 0.05} ${top * 0.9} ${height * 0.02}q${top * 0.6} ${height * 0.03} ${top * 1.1} ${-height * 0.03}`,
    `C${x + half * 0.22} ${y - height * 0.66} ${x + half * 0.5} ${y - height * 0.1} ${x + half} ${y}Z`,
  ].join('')
}
