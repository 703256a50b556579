import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { type Coverage, coverage } from '@/og/raster/coverage'
import { shapesOf } from '@/og/raster/outline'

const size = 64
const levels = 255

/** A palette in which each cover of entry 0 has its own entry. */
const mixtures = Uint8Array.from({ length: 256 * (levels + 1) }, (_, at) => at % (levels + 1))

const mixed = (area: Coverage): Uint8Array => {
  const target = new Uint8Array(size * size)
  area.mix({ target, offset: 0, stride: size, levels, mixtures })
  return target
}

/** Returns how much of each pixel an outline covers, 0 to 255. */
function covered(path: string): Uint8Array {
  const area = coverage(size, size)
  area.add(path)
  return mixed(area)
}

async function drawnBySharp(path: string): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><path d="${path}"/></svg>`
  return sharp(Buffer.from(svg)).extractChannel('alpha').raw().toBuffer()
}

const sum = (pixels: Uint8Array) => pixels.reduce((total, value) => total + value, 0) / levels

test('the coverage of a rectangle between pixels is its exact share of each', () => {
  const pixels = covered('M10.5 10L12 10L12 11.5L10.5 11.5Z')
  expect([pixels[10 * size + 10], pixels[10 * size + 11], pixels[11 * size + 11]]).toEqual([128, 255, 128])
  expect(sum(pixels)).toBeCloseTo(2.25, 1)
})

test('a hole has no coverage', () => {
  expect(sum(covered('M10 10L30 10L30 30L10 30ZM15 15L15 25L25 25L25 15Z'))).toBeCloseTo(300, 0)
})

test('coverage counts once where outlines lie on each other', () => {
  expect(sum(covered('M10 10L30 10L30 30L10 30ZM20 10L40 10L40 30L20 30Z'))).toBeCloseTo(600, 0)
})

test('coverage is cut off at the edges of the area', () => {
  expect(sum(covered('M-20 -20L100 -20L100 100L-20 100Z'))).toBeCloseTo(size * size, 0)
  expect(sum(covered('M-20 -20L-10 -20L-10 100L-20 100Z'))).toBe(0)
})

test.each([
  ['lines', 'M8 8L55.3 20.1L40 56.7L20.2 50L12.5 33.3Z'],
  [
    'quadratic curves',
    'M10 32Q10 10 32 10Q54 10 54 32Q54 54 32 54Q10 54 10 32ZM20 32Q20 44 32 44Q44 44 44 32Q44 20 32 20Q20 20 20 32Z',
  ],
  ['cubic curves', 'M10 32C10 12 54 12 54 32C54 60 30 60 30 40C30 30 10 50 10 32Z'],
  ['what is thinner than a pixel', 'M5.2 5L5.6 5L60.4 59.3L60 59.3Z'],
])('the coverage of %s is what Sharp draws', async (_, path) => {
  const [ours, theirs] = [covered(path), await drawnBySharp(path)]
  const off = ours.map((value, at) => Math.abs(value - (theirs[at] ?? 0)))
  expect(Math.max(...off)).toBeLessThan(40)
  expect(sum(off)).toBeLessThan(12)
})

test('the coverage of any outline leaves nothing for the next', () => {
  const coordinate = fc.integer({ min: -500, max: 900 }).map((value) => value / 10)
  const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 12 })
  const area = coverage(size, size)
  fc.assert(
    fc.property(points, (corners) => {
      area.add(`M${corners.map((corner) => corner.join(' ')).join('L')}Z`)
      mixed(area)
      expect(sum(mixed(area))).toBe(0)
    }),
  )
})

describe('shapesOf', () => {
  const svg = (inner: string) => `<svg width="9" height="9" viewBox="0 0 9 9" xmlns="x">${inner}</svg>`

  test('shapesOf finds letters and plain rectangles, bottom first, and passes over masks', () => {
    const rect = '<rect x="1" y="2" width="3" height="4" fill="#b8430b"/>'
    const mask = '<mask id="a"><rect x="0" y="0" width="9" height="9" fill="#fff"/></mask>'
    expect(shapesOf(svg(`${mask}${rect}<g><path fill="#1c1a17" d="M1 2L3 4Z"/></g>`))).toEqual([
      { fill: '#b8430b', path: 'M1 2L4 2L4 6L1 6Z' },
      { fill: '#1c1a17', path: 'M1 2L3 4Z' },
    ])
  })

  test.each([
    ['a picture', '<image href="data:," x="0" y="0"/>'],
    ['a stroke', '<path fill="#1c1a17" d="M1 2L3 4Z" stroke="#1c1a17" stroke-width="2"/>'],
    ['an arc', '<path fill="#1c1a17" d="M1,2 a3,3 0 0 1 3,3"/>'],
    ['a transform', '<g transform="scale(2)"><path fill="#1c1a17" d="M1 2L3 4Z"/></g>'],
    ['another colour than a plain one', '<path fill="url(#g)" d="M1 2L3 4Z"/>'],
  ])('shapesOf leaves %s to Sharp', (_, inner) => {
    expect(shapesOf(svg(inner))).toBeUndefined()
  })
})
