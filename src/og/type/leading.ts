/** Letters with two marks, one above the other. */
const stacked = /[\u1ea4-\u1eb7\u1ebe-\u1ec7\u1ed0-\u1ed9]|\p{L}\p{M}{2}/u
const tall = /[\p{sc=Devanagari}\p{sc=Hebrew}]/u
const tallest = /[\p{sc=Thai}\p{sc=Arabic}]/u

/**
 * Returns the line height that a title needs, as a multiple of its size. Scripts differ in how far they reach up
 * and down.
 */
export function leadingOf(text: string): number {
  if (tallest.test(text)) return 1.42
  return stacked.test(text) || tall.test(text) ? 1.26 : 1.12
}
