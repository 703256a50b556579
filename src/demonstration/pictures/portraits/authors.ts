import { palette } from '../drawing/palette'
import { portrait } from './portrait'

const glasses = `<g fill="#fff" fill-opacity="0.14" stroke="${palette.ink}" stroke-width="6"><circle cx="270" cy="262" r="37"/><circle cx="370" cy="262" r="37"/></g><path d="M307 258q13 -9 26 0M233 256l-20 -7M407 256l20 -7" fill="none" stroke="${palette.ink}" stroke-width="6"/>`

/** Hair in a bun, glasses, an indigo kebaya. */
export const ratihKusumadewi = () =>
  portrait({
    ground: '#f0b987',
    motif: palette.blush,
    skin: '#d99c6c',
    shade: '#a9673f',
    hair: '#261a1c',
    coat: palette.indigo,
    coatShade: palette.night,
    behind: `<circle cx="392" cy="104" r="58" fill="#261a1c"/><path d="M190 250C180 130 240 84 322 84S462 134 450 254C446 330 440 366 420 392H224C204 366 192 330 190 250Z" fill="#261a1c"/>`,
    over: `<path d="M206 262C200 150 268 104 330 104S440 160 434 262C424 214 402 182 366 160C330 196 258 200 206 262Z" fill="#261a1c"/><path d="M262 118C236 134 220 162 216 200" fill="none" stroke="#5b4444" stroke-width="5" stroke-linecap="round"/>${glasses}<circle cx="212" cy="300" r="7" fill="${palette.amber}"/><circle cx="428" cy="300" r="7" fill="${palette.amber}"/><path d="M262 446Q300 500 320 560Q340 500 378 446L396 452Q366 540 322 640Q276 540 244 452Z" fill="${palette.cream}"/>`,
  })

/** Short hair, a short beard, a dawn-coloured shirt. */
export const damarSiregar = () =>
  portrait({
    ground: palette.indigo,
    motif: palette.haze,
    skin: '#b9784c',
    shade: '#85502f',
    hair: '#1b1516',
    coat: palette.dawn,
    coatShade: '#6d2304',
    behind: `<path d="M206 180H434V258H206Z" fill="#1b1516"/><ellipse cx="210" cy="270" rx="20" ry="32" fill="#a5683f"/><ellipse cx="430" cy="270" rx="20" ry="32" fill="#85502f"/>`,
    over: `<path d="M204 250C190 130 250 78 330 84C410 82 452 150 436 250C432 214 424 196 410 178C370 186 330 176 300 158C270 170 232 180 224 200C212 214 208 230 204 250Z" fill="#1b1516"/><path d="M214 262C216 350 252 406 320 406S424 350 426 262C420 300 408 318 388 322C362 306 342 312 320 318C298 312 278 306 252 322C232 318 220 300 214 262Z" fill="#1b1516" opacity="0.88"/><path d="M288 346q32 20 64 0q-32 -12 -64 0Z" fill="#a04d38"/><path d="M262 446L320 520L378 446L410 456L352 560L320 530L288 560L230 456Z" fill="#d9631e"/>`,
  })

/** A headscarf in leaf green, a cream dress. */
export const nurainiLatief = () =>
  portrait({
    ground: palette.cream,
    motif: '#f2b27a',
    skin: '#c98a5c',
    shade: '#97603a',
    hair: '#2a1b18',
    coat: '#2f5a4c',
    coatShade: '#122f29',
    behind: `<path d="M160 280C150 130 230 66 320 66S490 130 480 280C476 390 500 440 520 520H120C140 440 164 390 160 280Z" fill="#2f5a4c"/>`,
    over: `<path d="M160 280C150 130 230 66 320 66S490 130 480 280C478 356 484 400 496 450C452 470 420 520 320 540C220 520 188 470 144 450C156 400 162 356 160 280ZM222 250C224 340 262 402 320 402S416 340 418 250C420 176 380 140 320 140S220 176 222 250Z" fill-rule="evenodd" fill="#3f7361"/><path d="M196 180C230 110 300 96 340 98M176 300C184 390 230 450 300 486M470 330C456 410 410 460 352 492M250 470C300 500 390 480 440 440" fill="none" stroke="#274f43" stroke-width="6" stroke-linecap="round" opacity="0.75"/><path d="M222 250C220 176 260 140 320 140S420 176 418 250C412 196 378 168 320 168S228 196 222 250Z" fill="#234a3e"/><circle cx="404" cy="452" r="12" fill="${palette.amber}"/>`,
  })
