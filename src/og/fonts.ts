import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Font } from 'satori'
import { type Advances, advancesOf } from './woff.ts'

export type Weight = 500 | 800

/** One weight's typefaces in the order in which a glyph is looked for. */
export type Typeface = { weight: Weight; fonts: Font[]; advances: Advances[] }

const weights: Weight[] = [500, 800]

/**
 * Plus Jakarta Sans first. Its Cyrillic extension is left out on purpose: it has no basic Cyrillic, and one word set
 * from two designs looks broken. Every subset is a family of its own, for Satori takes the first of equal names.
 */
const subsets: [family: string, subset: string][] = [
  ['plus-jakarta-sans', 'latin'],
  ['plus-jakarta-sans', 'latin-ext'],
  ['plus-jakarta-sans', 'vietnamese'],
  ['noto-sans', 'cyrillic'],
  ['noto-sans', 'cyrillic-ext'],
  ['noto-sans', 'greek'],
  ['noto-sans', 'greek-ext'],
  ['noto-sans', 'devanagari'],
  ['noto-sans', 'vietnamese'],
  ['noto-sans', 'latin-ext'],
  ['noto-sans', 'latin'],
]

/** The value of `font-family` that names every subset. */
export const fontFamily = subsets.map((subset) => subset.join('-')).join(', ')

/** Reads the fonts from the packages below `root`, the directory that holds node_modules. */
export function loadTypefaces(root: string): Record<Weight, Typeface> {
  const [medium, heavy] = weights.map((weight) => loadTypeface(root, weight))
  if (!medium || !heavy) throw new Error('Expected a typeface for each weight.')
  return { 500: medium, 800: heavy }
}

function loadTypeface(root: string, weight: Weight): Typeface {
  const files = subsets.map(([family, subset]) =>
    readFileSync(
      path.join(
        root,
        'node_modules/@fontsource',
        family,
        'files',
        `${family}-${subset}-${weight}-normal.woff`,
      ),
    ),
  )
  const fonts = subsets.map((subset, index) => ({
    name: subset.join('-'),
    data: files[index] ?? Buffer.alloc(0),
    weight,
    style: 'normal' as const,
  }))
  return { weight, fonts, advances: files.map(advancesOf) }
}
