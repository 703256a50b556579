import { palette } from '../drawing/palette'
import { kawungMotif } from '../drawing/shapes'
import { paperGround } from './ground'

const card = '<rect width="1200" height="630" rx="18"/>'

/** A wide card with its middle square marked, beside smaller and smaller copies of it. */
export function cardCrops(): string {
  const sheet = paperGround()
  const inside = sheet.clip(card)
  const square = sheet.clip('<rect x="285" width="630" height="630"/>')
  const ground = sheet.linear(
    [
      [0, palette.dawn],
      [1, '#8c3208'],
    ],
    { from: [0, 0], to: [1, 1] },
  )
  const face = [
    `<g ${inside}><rect width="1200" height="630" fill="${ground}"/>`,
    `<g opacity="0.3">${kawungMotif({ width: 1200, height: 630, length: 108, fill: palette.amber })}</g>`,
    `<path d="M90 98h90M90 530h330" stroke="${palette.blush}" stroke-width="28" stroke-linecap="round"/>`,
    `<path d="M96 240H1000M96 352H760" stroke="${palette.paper}" stroke-width="66" stroke-linecap="round"/>`,
    `<circle cx="1090" cy="530" r="46" fill="${palette.blush}"/></g>`,
  ].join('')
  const shadow = `<g transform="translate(12 20)" opacity="0.28" filter="url(#blur)">${card}</g>`
  const copy = (x: number, y: number, scale: number, content: string) =>
    `<g transform="translate(${x} ${y}) scale(${scale})">${content}</g>`
  const middle = `<g ${square}>${face}</g>`
  sheet.add(
    copy(
      110,
      190,
      0.8,
      `${shadow}${face}<path d="M0 0H285V630H0ZM915 0H1200V630H915Z" fill="${palette.ink}" opacity="0.34"/><rect x="285" width="630" height="630" fill="none" stroke="${palette.paper}" stroke-width="7" stroke-dasharray="22 16"/>`,
    ),
    copy(1140 - 285 * 0.52, 190, 0.52, middle),
    copy(1140 - 285 * 0.23, 549, 0.23, middle),
    copy(1312 - 285 * 0.12, 549, 0.12, middle),
    copy(1312, 641, 0.085, face),
  )
  return sheet.svg()
}
