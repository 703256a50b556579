/**
 * Returns how many letters must be inserted, removed, replaced or swapped with their neighbour to turn one word into
 * the other (Damerau and Levenshtein, optimal string alignment). Counting stops at `most` + 1.
 */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let beforeLast: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1]
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      const costs = [(last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1)]
      if (swapped) costs.push((beforeLast[j - 2] ?? 0) + 1)
      row.push(Math.min(...costs))
    }
    beforeLast = last
    last = row
  }
  return last[other.length] ?? most + 1
}

/** Returns how many errors are allowed in a word of this length. Short words turn into other words too easily. */
export const forgiven = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)
