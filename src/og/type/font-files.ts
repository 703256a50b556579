import { readFileSync } from 'node:fs'
import path from 'node:path'

/** The two weights on a card: 500 for quiet text, 800 for strong text. */
export type Weight = 500 | 800

/** A file of a @fontsource package: one Unicode range of one typeface. `name` is unique among all files. */
export type FontFile = { name: string; path: string; weight: Weight }

/** A typeface: `files` returns the files that may contain a code point. */
export type FontFamily = { files: (codePoint: number, weight: Weight) => FontFile[] }

type Package = {
  name: string
  /** The ranges to use, in the order in which they are tried. Without it, all numbered ranges are used. */
  subsets?: string[]
  /** The only weight that the typeface has. Satori makes it bolder where needed. */
  only?: number
  /** Set when the package's one file holds more than its list of ranges says. */
  whole?: boolean
}

const packages = {
  /**
   * Its Cyrillic extension is left out on purpose: it lacks basic Cyrillic, and one word in two designs looks
   * broken.
   */
  jakarta: { name: 'plus-jakarta-sans', subsets: ['latin', 'latin-ext', 'vietnamese'] },
  noto: {
    name: 'noto-sans',
    subsets: [
      'cyrillic',
      'cyrillic-ext',
      'greek',
      'greek-ext',
      'devanagari',
      'vietnamese',
      'latin-ext',
      'latin',
    ],
  },
  arabic: { name: 'noto-sans-arabic', subsets: ['arabic'] },
  hebrew: { name: 'noto-sans-hebrew', subsets: ['hebrew'] },
  thai: { name: 'noto-sans-thai', subsets: ['thai'] },
  symbols: { name: 'noto-sans-symbols', subsets: ['symbols'] },
  math: { name: 'noto-sans-math', subsets: ['latin'], only: 400, whole: true },
  symbols2: { name: 'noto-sans-symbols-2', subsets: ['symbols', 'math', 'braille'], only: 400 },
  chinese: { name: 'noto-sans-sc' },
  japanese: { name: 'noto-sans-jp' },
  korean: { name: 'noto-sans-kr' },
} satisfies Record<string, Package>

/**
 * Typefaces whose files are not split into ranges. DejaVu has signs that Noto spreads over many fonts, and is tried
 * last.
 */
const wholeFiles = {
  dejavu: {
    500: 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
    800: 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  },
} satisfies Record<string, Record<Weight, string>>

export type FamilyName = keyof typeof packages | keyof typeof wholeFiles

/**
 * Returns the typefaces below `root`, the directory that holds node_modules. A package's list of ranges is read
 * when it is first needed.
 */
export function fontFamilies(root: string): Record<FamilyName, FontFamily> {
  const modules = path.join(root, 'node_modules')
  const split = Object.entries<Package>(packages).map(([name, described]) => [
    name,
    fontFamily(path.join(modules, '@fontsource', described.name), described),
  ])
  const whole = Object.entries(wholeFiles).map(([name, files]) => [name, wholeFamily(modules, name, files)])
  return Object.fromEntries([...split, ...whole])
}

const wholeFamily = (modules: string, name: string, files: Record<Weight, string>): FontFamily => ({
  files: (_codePoint, weight) => [
    { name: `${name}-${weight}`, path: path.join(modules, files[weight]), weight },
  ],
})

function fontFamily(directory: string, { name, subsets, only, whole }: Package): FontFamily {
  let known: Map<number, string[]> | undefined
  const claiming = (codePoint: number) => {
    if (whole) return subsets ?? []
    known ??= subsetsByPoint(path.join(directory, 'unicode.json'), subsets)
    return known.get(codePoint) ?? []
  }
  return {
    files: (codePoint, weight) =>
      claiming(codePoint).map((subset) => {
        const file = `${name}-${subset}-${only ?? weight}-normal`
        return { name: `${file}-${weight}`, path: path.join(directory, 'files', `${file}.woff`), weight }
      }),
  }
}

function subsetsByPoint(file: string, subsets: string[] | undefined): Map<number, string[]> {
  const listed: Record<string, string> = JSON.parse(readFileSync(file, 'utf8'))
  const used = subsets ?? Object.keys(listed).filter((key) => key.startsWith('['))
  const found = new Map<number, string[]>()
  for (const key of used) {
    // All points of a range that no other range claims share one list, because there are 20,000 of them.
    const alone = [key.replace(/[[\]]/g, '')]
    for (const [first, last] of ranges(listed[key] ?? '')) {
      for (let point = first; point <= last; point++) {
        const others = found.get(point)
        found.set(point, others ? [...others, ...alone] : alone)
      }
    }
  }
  return found
}

/** Parses the value of CSS `unicode-range`. */
const ranges = (list: string) =>
  list.split(',').map((range): [number, number] => {
    const [first = '', last = first] = range.replace(/^U\+/i, '').split('-')
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)]
  })
