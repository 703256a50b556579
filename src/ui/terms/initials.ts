/**
 * Returns the first letters of the first and the last word of a name, to show in the place of a portrait.
 * `initials('Ani Budi Citra')` -> `'AC'`
 */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => word !== '')
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('')
}
