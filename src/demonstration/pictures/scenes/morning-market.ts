import { palette } from '../drawing/palette'
import { between, seeded } from '../drawing/seeded'
import { Sheet } from '../drawing/sheet'
import { clouds, dawnSky, hills } from '../drawing/skies'

/** A row of stalls under slanting awnings before sunrise, each with its lamp. */
export function morningMarket(): string {
  const sheet = new Sheet(1600, 900)
  dawnSky(sheet, { x: 1016, y: 316, r: 88, deep: true })
  clouds(sheet, 9, palette.peach, 6)
  hills(sheet, { seed: 61, y: 452, height: 50, colour: '#6a5f8d', shade: palette.indigo, mist: '#c98a6f' })
  roofs(sheet)
  sheet.add(
    `<rect y="640" width="1600" height="260" fill="${sheet.linear([
      [0, '#3a2a3c'],
      [1, '#171430'],
    ])}"/>`,
  )
  sheet.stipple('M0 640H1600V900H0Z', palette.amber, [
    [0, 0.55],
    [0.5, 0],
  ])
  const stalls = [
    { x: 20, colours: [palette.dawn, palette.cream], goods: ['#c8402a', '#7f9c4b', '#d9a13c'] },
    { x: 430, colours: [palette.indigo, palette.cream], goods: ['#e0b23f', '#b9c46a', '#8f3f2b'] },
    { x: 830, colours: ['#3f6a58', palette.cream], goods: ['#5d8a4c', '#d2552f', '#efe0c0'] },
    { x: 1230, colours: [palette.ember, palette.cream], goods: ['#d9a13c', '#7b3b5b', '#7f9c4b'] },
  ]
  stalls.forEach((stall, index) => {
    drawStall(sheet, { ...stall, seed: 40 + index })
  })
  people(sheet)
  return sheet.svg()
}

function roofs(sheet: Sheet): void {
  const random = seeded(17)
  let x = -40
  while (x < 1640) {
    const [wide, high] = [between(random, 110, 210), between(random, 30, 74)]
    const y = 560 - high
    const roof = `M${x - 12} ${y + 34}L${x + wide * 0.28} ${y}H${x + wide * 0.72}L${x + wide + 12} ${y + 34}V660H${x - 12}Z`
    sheet.add(`<path d="${roof}" fill="#3b3765"/>`)
    sheet.stipple(roof, '#1a1c4a', [
      [0, 0.2],
      [0.5, 0.85],
    ])
    x += wide * 0.82
  }
}

type Stall = { x: number; colours: string[]; goods: string[]; seed: number }

function drawStall(sheet: Sheet, { x, colours, goods, seed }: Stall): void {
  const light = sheet.radial([
    [0, '#ffe2a8', 0.95],
    [0.3, '#ffc46b', 0.5],
    [1, '#ff9d3c', 0],
  ])
  sheet.add(
    `<path d="M${x + 18} 420V800M${x + 352} 420V800" stroke="#231a2e" stroke-width="9"/>`,
    `<rect x="${x + 18}" y="440" width="334" height="230" fill="#2a2038" opacity="0.82"/>`,
    `<circle cx="${x + 185}" cy="540" r="200" fill="${light}"/>`,
  )
  awning(sheet, x, colours)
  sheet.add(
    `<path d="M${x + 185} 452v58" stroke="#231a2e" stroke-width="3"/>`,
    `<path d="M${x + 160} 526q25 -34 50 0Z" fill="#231a2e"/><circle cx="${x + 185}" cy="532" r="12" fill="#fff3cf"/>`,
  )
  const table = `M${x - 6} 690H${x + 376}L${x + 366} 812H${x + 4}Z`
  sheet.add(
    `<path d="${table}" fill="${sheet.linear([
      [0, '#8a5230'],
      [1, '#4a2a22'],
    ])}"/>`,
  )
  sheet.stipple(table, '#2a1717', [
    [0, 0.1],
    [1, 0.8],
  ])
  goods.forEach((colour, index) => {
    basket(sheet, { x: x + 64 + index * 121, y: 690, colour, seed: seed * 7 + index })
  })
}

function awning(sheet: Sheet, x: number, [dark = palette.dawn, pale = palette.cream]: string[]): void {
  const [left, right, top, foot] = [x - 34, x + 404, 378, 462]
  const count = 8
  const wide = (right - left) / count
  const narrow = (right - left - 70) / count
  for (let index = 0; index < count; index += 1) {
    const [a, b] = [left + wide * index, left + wide * (index + 1)]
    const [c, d] = [left + 35 + narrow * (index + 1), left + 35 + narrow * index]
    const strip = `M${a} ${foot}L${d} ${top}H${c}L${b} ${foot}q${-wide / 2} 34 ${-wide} 0Z`
    sheet.add(`<path d="${strip}" fill="${index % 2 ? pale : dark}"/>`)
  }
  const whole = `M${left} ${foot}L${left + 35} ${top}H${right - 35}L${right} ${foot}V${foot + 18}H${left}Z`
  sheet.stipple(whole, '#2b1430', [
    [0, 0.75],
    [0.55, 0],
  ])
}

function basket(sheet: Sheet, at: { x: number; y: number; colour: string; seed: number }): void {
  const { x, y, colour, seed } = at
  const random = seeded(seed)
  const fruit = Array.from({ length: 17 }, (_, index) => {
    const row = index < 8 ? 0 : index < 14 ? 1 : 2
    const [first, count] = [
      [0, 8],
      [8, 6],
      [14, 3],
    ][row] as [number, number]
    const cx = x + (index - first - (count - 1) / 2) * 12.5 + between(random, -2, 2)
    const cy = y - 6 - row * 14 + between(random, -2, 2)
    return `<circle cx="${cx.toFixed(1)}" cy="${cy.toFixed(1)}" r="${between(random, 9, 11).toFixed(1)}" fill="${colour}"/><circle cx="${(cx - 2.5).toFixed(1)}" cy="${(cy - 4).toFixed(1)}" r="3.6" fill="#fff0cc" opacity="0.5"/>`
  })
  const bowl = `M${x - 56} ${y - 2}H${x + 56}L${x + 42} ${y + 44}q-42 12 -84 0Z`
  const weave = Array.from(
    { length: 6 },
    (_, index) => `M${x - 45 + index * 18} ${y}l${(2.5 - index) * -1.5} 46`,
  ).join('')
  const shapes = [...fruit].reverse()
  sheet.add(
    ...shapes,
    `<path d="${bowl}" fill="${palette.clay}"/>`,
    `<path d="${weave}M${x - 52} ${y + 15}H${x + 52}M${x - 47} ${y + 31}H${x + 47}" stroke="#5d351d" stroke-width="2.5" opacity="0.7"/>`,
    `<path d="M${x - 59} ${y - 1}H${x + 59}" stroke="#d79a5c" stroke-width="8" stroke-linecap="round"/>`,
  )
  sheet.stipple(
    bowl,
    '#3a1d14',
    [
      [0.2, 0],
      [1, 0.8],
    ],
    { from: [0, 0], to: [1, 0.6] },
  )
}

type Person = {
  x: number
  y: number
  scale: number
  coat: string
  head: 'veil' | 'hat' | 'hair'
  load: string
}

function people(sheet: Sheet): void {
  const crowd: Person[] = [
    { x: 408, y: 880, scale: 1.12, coat: '#7a2f45', head: 'veil', load: '#d9a13c' },
    { x: 788, y: 905, scale: 1.25, coat: '#20306e', head: 'hair', load: '#7f9c4b' },
    { x: 1195, y: 880, scale: 1.1, coat: '#2f5a4c', head: 'hat', load: '#c8402a' },
    { x: 1530, y: 900, scale: 1.2, coat: '#a3481c', head: 'veil', load: '#e0b23f' },
  ]
  for (const person of crowd) figure(sheet, person)
}

function figure(sheet: Sheet, { x, y, scale, coat, head, load }: Person): void {
  const body = 'M-46 0C-50 -70 -48 -128 -26 -146Q0 -158 26 -146C48 -128 50 -70 46 0Z'
  const tops = {
    veil: `<path d="M-30 -128C-36 -190 -24 -214 0 -214S36 -190 30 -128Q0 -112 -30 -128Z" fill="#e9d3b5"/>`,
    hat: `<circle cy="-176" r="23" fill="#6b4028"/><path d="M-58 -178L0 -218L58 -178Q0 -166 -58 -178Z" fill="#d9b06a"/>`,
    hair: `<circle cy="-178" r="24" fill="#251a22"/><circle cx="20" cy="-192" r="12" fill="#251a22"/>`,
  }
  const bag = `<path d="M44 -92Q60 -130 64 -92M40 -92H74L80 -34H36Z" fill="${load}" stroke="${load}" stroke-width="4"/>`
  sheet.add(
    `<g transform="translate(${x} ${y}) scale(${scale})"><path d="${body}" fill="${coat}"/>${tops[head]}${bag}</g>`,
  )
}
