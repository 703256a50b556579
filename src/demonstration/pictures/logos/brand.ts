import { boxOf, letterPath } from '../drawing/letters'
import { palette } from '../drawing/palette'
import { lens } from '../drawing/shapes'

/** The mark in a box of 512: half a sun on a bar with rays cut out as kawung lenses, and a stem below: a T. */
const mark = (colour: string, rays: string) => {
  const ray = (angle: number) =>
    `<path d="${lens(126)}" transform="translate(256 262) rotate(${angle}) translate(20 0)" fill="${rays}"/>`
  return `<path d="M102 262A154 154 0 0 1 410 262Z" fill="${colour}"/>${[-30, -90, -150].map(ray).join('')}<path d="M74 280H438q6 0 6 6V318q0 6 -6 6H288V446q0 6 -6 6H230q-6 0 -6 -6V324H74q-6 0 -6 -6V286q0 -6 6 -6Z" fill="${colour}"/>`
}

const drawing = (box: string, content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}"><title>Terbit</title>${content}</svg>\n`

/** The icon on a tile. `radius` is that of its corners, `inset` the share of the tile left free around the mark. */
export function icon({ radius, inset }: { radius: number; inset: number }): string {
  const scale = 1 - inset * 2
  const place = `translate(${512 * inset} ${512 * inset - 12 * scale}) scale(${scale})`
  return drawing(
    '0 0 512 512',
    `<rect width="512" height="512" rx="${radius}" fill="${palette.dawn}"/><g transform="${place}">${mark(palette.paper, palette.dawn)}</g>`,
  )
}

/** The mark and the name, for a light or for a dark ground. */
export async function logo(ground: 'light' | 'dark'): Promise<string> {
  const [sun, ink, gap] =
    ground === 'light' ? [palette.dawn, palette.ink, palette.paper] : ['#ff9d5c', '#ece7dd', '#141310']
  const name = await letterPath('Terbit', 'sans', 320)
  const box = boxOf(name)
  const place = `translate(${500 - box.left} ${450 - box.bottom})`
  const width = Math.ceil(500 + box.right - box.left + 40)
  return drawing(
    `40 80 ${width - 40} 400`,
    `${mark(sun, gap)}<path d="${name}" transform="${place}" fill="${ink}"/>`,
  )
}
