import { readFileSync } from 'node:fs'
import { LRUCache } from 'lru-cache'
import type { Font } from 'satori'
import { type FamilyName, type FontFile, fontFamilies, type Weight } from './font-files.ts'
import { type FontFacts, fontFacts } from './woff.ts'

/**
 * A font file in memory. Its name is unique, because Satori takes the first font of several with the same family
 * name. The letters of a `square` font stand side by side unchanged: they do not join and are not kerned.
 */
export type Face = FontFacts & { name: string; font: Font; cursive: boolean; square: boolean }

export type Fonts = {
  /** Returns the first font that has all of these code points, or undefined when none has. */
  face: (codePoints: number[], weight: Weight, script: EastAsian) => Face | undefined
  /**
   * Returns the fonts of these names as a list. Equal names return the same list, because Satori caches by its
   * identity.
   */
  list: (names: ReadonlySet<string>) => Font[]
}

/** The language whose forms to use for the characters that Chinese, Japanese and Korean share. */
export type EastAsian = 'chinese' | 'japanese' | 'korean'

const megabyte = 1024 * 1024

/** The most bytes of font files in memory. A card with 200 different Han characters needs 5 MB of them. */
const keptFiles = 48 * megabyte

/** The number of lists of fonts to keep. Satori keeps prepared data for each. */
const keptLists = 48

const western: FamilyName[] = ['jakarta', 'noto', 'arabic', 'hebrew', 'thai', 'symbols', 'math', 'symbols2']

const eastAsian: Record<EastAsian, FamilyName[]> = {
  chinese: ['chinese', 'japanese', 'korean'],
  japanese: ['japanese', 'chinese', 'korean'],
  korean: ['korean', 'chinese', 'japanese'],
}

/**
 * Characters to look for in the East Asian fonts first, except the punctuation below, which other scripts share.
 */
const eastAsianPoint =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\p{scx=Bopomofo}\u3000-\u303f\u3200-\u33ff\ufe30-\ufe4f\uff00-\uffef]/u

const eastAsianPunctuation = /[\u00b7\u2010-\u203b]/

/** Scripts whose letters join. Tracking would tear their words apart. */
const cursive = /arabic|devanagari/

const square = /noto-sans-(?:sc|jp|kr)-/

/** Creates the fonts from the packages below `root`. A file is read when a text first needs it. */
export function createFonts(root: string): Fonts {
  const families = fontFamilies(root)
  const faces = new LRUCache<string, Face>({
    maxSize: keptFiles,
    // The file itself, and about twice as much for its unpacked tables.
    sizeCalculation: ({ font }) => 3 * font.data.byteLength,
  })
  const lists = new LRUCache<string, Font[]>({ max: keptLists })

  const faceOf = (file: FontFile): Face => {
    const kept = faces.get(file.name)
    if (kept) return kept
    const data = readFileSync(file.path)
    const face = {
      ...fontFacts(data),
      name: file.name,
      font: { name: file.name, data, weight: file.weight, style: 'normal' as const },
      cursive: cursive.test(file.name),
      square: square.test(file.name),
    }
    faces.set(file.name, face)
    return face
  }

  return {
    face(codePoints, weight, script) {
      const [first = 0] = codePoints
      for (const name of order(first, script)) {
        for (const file of families[name].files(first, weight)) {
          const face = faceOf(file)
          if (codePoints.every((codePoint) => face.advances.has(codePoint))) return face
        }
      }
      return undefined
    },
    list(names) {
      // Satori needs at least one font even when it sets no text.
      const sorted = names.size > 0 ? [...names].sort() : [...faces.keys()].slice(0, 1)
      const key = sorted.join()
      const kept = lists.get(key)
      if (kept) return kept
      const list = sorted.flatMap((name) => faces.get(name)?.font ?? [])
      lists.set(key, list)
      return list
    },
  }
}

function order(codePoint: number, script: EastAsian): FamilyName[] {
  const character = String.fromCodePoint(codePoint)
  const east = eastAsian[script]
  const eastFirst = eastAsianPoint.test(character) && !eastAsianPunctuation.test(character)
  return eastFirst ? [...east, ...western, 'dejavu'] : [...western, ...east, 'dejavu']
}
