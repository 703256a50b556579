/**
 * The shapes of an Arabic letter: alone, at the end, at the start, in the middle. Letters that never join the next have
 * two.
 */
type Forms = string[]

const arabic = /\p{sc=Arabic}/u
const mark = /\p{M}/u

/**
 * The text with its Arabic letters in the shapes in which they join, taken from Unicode's presentation forms: a font
 * shapes them itself, but these have the widths by which a line is fitted. Ligatures are not formed.
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

/** Presentation forms stand in the order alone, end, start, middle, and decompose to their letter. */
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
