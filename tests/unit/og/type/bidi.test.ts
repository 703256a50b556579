import { expect, test } from 'vitest'
import { directionOf, inVisualOrder, levelsOf } from '@/og/type/bidi'

test.each([
  ['Desentralisasi AI', 'ltr'],
  ['مرحبا Terbit', 'rtl'],
  ['“שלום” and peace', 'rtl'],
  ['Terbit مرحبا', 'ltr'],
  ['2026: سنة', 'rtl'],
])('the direction of %s is %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction)
})

/** Capitals stand for Hebrew letters, as in UAX 9's own examples. */
const visual = (text: string) => {
  const hebrew = text.replace(/[A-Z]/g, (letter) => String.fromCharCode(0x5d0 + letter.charCodeAt(0) - 65))
  const levels = levelsOf(hebrew)
  return inVisualOrder([...text].map((letter, index) => ({ letter, level: levels?.[index] ?? 0 })))
    .map(({ letter }) => letter)
    .join('')
}

test.each([
  ['car is THE CAR in arabic', 'car is RAC EHT in arabic'],
  ['CAR IS the car IN ENGLISH', 'HSILGNE NI the car SI RAC'],
  ['THE PRICE 12.50 IS', 'SI 12.50 ECIRP EHT'],
  ['no turn at all', 'no turn at all'],
])('%s stands in visual order as %s', (logical, expected) => {
  expect(visual(logical)).toBe(expected)
})
