import { palette } from '../drawing/palette'
import { kawungMotif } from '../drawing/shapes'
import { Sheet } from '../drawing/sheet'

type Look = {
  ground: string
  motif: string
  skin: string
  shade: string
  coat: string
  coatShade: string
  /** Shapes behind the head and over the face, drawn around (320, 290). */
  behind: string
  over: string
  hair: string
}

const face = 'M214 238C214 150 262 118 320 118S426 150 426 238C426 330 388 398 320 398S214 330 214 238Z'
const neck = 'M268 350V430Q268 470 320 476Q372 470 372 430V350Z'
const shoulders = 'M60 660C66 520 150 470 262 446Q320 492 378 446C490 470 574 520 580 660Z'

/** A flat head and shoulders in front of the rising sun. Light comes from the left, features are only hinted at. */
export function portrait(look: Look): string {
  const sheet = new Sheet(640, 640)
  sheet.add(
    `<rect width="640" height="640" fill="${look.ground}"/>`,
    `<g opacity="0.3">${kawungMotif({ width: 640, height: 640, length: 66, fill: look.motif })}</g>`,
    `<circle cx="320" cy="290" r="236" fill="${look.motif}" opacity="0.5"/>`,
    look.behind,
    `<path d="${neck}" fill="${look.shade}"/><path d="${shoulders}" fill="${look.coat}"/>`,
  )
  sheet.stipple(
    shoulders,
    look.coatShade,
    [
      [0.3, 0],
      [1, 0.9],
    ],
    { from: [0.2, 0], to: [1, 1] },
  )
  sheet.add(`<path d="${face}" fill="${look.skin}"/>`)
  sheet.stipple(
    face,
    look.shade,
    [
      [0.5, 0],
      [1, 0.95],
    ],
    { from: [0, 0.35], to: [1, 0.6] },
  )
  sheet.stipple('M236 300h56v44h-56ZM350 300h56v44h-56Z', palette.ember, [
    [0, 0],
    [0.5, 0.28],
    [1, 0],
  ])
  sheet.add(features(look), look.over)
  return sheet.svg()
}

const features = ({ hair, shade }: Look) => `
<path d="M246 226q24 -17 50 -5M344 221q26 -12 50 5" fill="none" stroke="${hair}" stroke-width="8" stroke-linecap="round"/>
<path d="M250 262q20 15 42 0M348 262q22 15 42 0" fill="none" stroke="#2a1a18" stroke-width="6" stroke-linecap="round"/>
<path d="M322 250q-4 34 -14 52q8 10 24 6" fill="none" stroke="${shade}" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/>
<path d="M290 342q30 24 60 0" fill="none" stroke="#8f3b2a" stroke-width="7" stroke-linecap="round"/>`
