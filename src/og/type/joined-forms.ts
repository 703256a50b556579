/**
 * The shapes of an Arabic letter in this order: isolated, final, initial, medial. Letters that never join the next
 * one have only the first two.
 */
type Forms = string[]

const arabic = /\p{sc=Arabic}/u
const mark = /\p{M}/u

/**
 * Replaces Arabic letters by Unicode's presentation forms, in the shapes in which they join. Fonts shape the
 * letters themselves, but these forms have the widths that are needed to fit a line. Ligatures are not formed.
 */
export function joinedForms(text: string): string {
  if (!arabic.test(text)) return text
  const letters = [...text]
  const neighbour = (index: number, step: number): Forms | undefined => {
    let at = index + step
    while (mark.test(letters[at] ?? '')) at += step
    return shapes().get(letters[at] ?? '')
  }
  return letters
    .map((letter, index) => {
      const forms = shapes().get(letter)
      if (!forms) return letter
      const before = neighbour(index, -1)?.length === 4
      const after = forms.length === 4 && neighbour(index, 1) !== undefined
      return forms[before ? (after ? 3 : 1) : after ? 2 : 0] ?? letter
    })
    .join('')
}

let known: Map<string, Forms> | undefined

/**
 * Unicode lists presentation forms in the order isolated, final, initial, medial. Each decomposes to its letter.
 */
function shapes(): Map<string, Forms> {
  if (known) return known
  known = new Map()
  for (const [first, last] of [
    [0xfe80, 0xfef4],
    [0xfb50, 0xfbff],
  ] as const) {
    for (let point = first; point <= last; point++) {
      const form = String.fromCodePoint(point)
      const letter = form.normalize('NFKC')
      if (letter === form || [...letter].length > 1) continue
      const forms = known.get(letter) ?? []
      if (forms.length < 4) known.set(letter, [...forms, form])
    }
  }
  return known
}
