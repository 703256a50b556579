import { palette } from '../drawing/palette'
import { lens, ring } from '../drawing/shapes'

const { amber, blush, cream, dawn, ember, indigo, moss, night, paper, soga } = palette

/** A square tile with round corners, 512 by 512, and a mark about its middle. */
const tile = (ground: string, mark: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 512 512"><rect width="512" height="512" rx="112" fill="${ground}"/><g transform="translate(256 256)">${mark}</g></svg>`

const stroke = (d: string, colour: string, width: number) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`

const disc = (x: number, y: number, r: number, colour: string) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${colour}"/>`

/** Two columns of lines, one of them answering in another colour. */
export const dwilarik = () =>
  tile(
    indigo,
    stroke('M-150 -96H-40M-150 -32H-40M-150 32H-40M-150 96H-84', cream, 34) +
      stroke('M40 -96H150M40 32H150M40 96H106', cream, 34) +
      stroke('M40 -32H150', amber, 34),
  )

/** A rice barn whose front is an open book. */
export const lumbungKata = () =>
  tile(
    cream,
    `<path d="M-176 -30C-140 -60 -120 -150 0 -170C120 -150 140 -60 176 -30L140 -8H-140Z" fill="${dawn}"/><path d="M-112 4H112L92 112H-92Z" fill="${soga}"/>${stroke('M-84 112V160M84 112V160', soga, 22)}<path d="M0 32Q-34 12 -70 24V88Q-34 78 0 96Q34 78 70 88V24Q34 12 0 32Z" fill="${cream}"/>${stroke('M0 36V92', soga, 8)}`,
  )

/** Two dots and a hyphen. */
export const titikPenggal = () =>
  tile(night, disc(-140, 0, 42, cream) + stroke('M-50 0H50', ember, 44) + disc(140, 0, 42, cream))

/** A card with a sun at its edge. */
export const kartuMuka = () =>
  tile(
    ember,
    `<g transform="rotate(-8)"><rect x="-176" y="-104" width="352" height="208" rx="26" fill="${paper}"/>${disc(108, -36, 40, amber)}${stroke('M-128 -48H18M-128 4H-30', night, 30)}${stroke('M-128 62H-70', ember, 20)}</g>`,
  )

/** One flower of the kawung. */
export const kisiKawung = () =>
  tile(
    soga,
    ring(
      `<g transform="translate(16 0)"><path d="${lens(178)}" fill="${cream}"/>${disc(68, 0, 9, soga)}${disc(110, 0, 9, soga)}</g>`,
      4,
      'rotate(45)',
    ) + disc(0, 0, 13, amber),
  )

/** An awning over the wave of a sound. */
export const arsipPasar = () =>
  tile(
    '#3f6a58',
    `${[0, 1, 2, 3, 4].map((strip) => `<path d="M${-180 + strip * 72} -66L${-140 + strip * 56} -150H${-84 + strip * 56}L${-108 + strip * 72} -66q-36 52 -72 0Z" fill="${strip % 2 ? blush : ember}"/>`).join('')}${[40, 96, 150, 74, 118, 52].map((high, bar) => stroke(`M${(bar - 2.5) * 52} ${86 - high / 2}v${high}`, cream, 26)).join('')}`,
  )

/** A route with its stops. */
export const trayekTerbuka = () =>
  tile(
    '#e9dcc0',
    stroke('M-150 130C-150 20 -30 60 0 0S150 -20 150 -130', moss, 40) +
      [
        [-150, 130],
        [0, 0],
        [150, -130],
      ]
        .map(([x = 0, y = 0], index) => disc(x, y, 48, index === 1 ? dawn : moss) + disc(x, y, 22, paper))
        .join(''),
  )

/** A book on two waves. */
export const bukuOmbak = () =>
  tile(
    '#22408c',
    `<path d="M0 -96Q-62 -140 -140 -120V34Q-62 16 0 58Q62 16 140 34V-120Q62 -140 0 -96Z" fill="${cream}"/>${stroke('M0 -90V48', '#22408c', 12)}${stroke('M-170 104q42 -40 85 0t85 0t85 0t85 0', amber, 24)}${stroke('M-128 158q42 -40 85 0t85 0t85 0', blush, 24)}`,
  )
