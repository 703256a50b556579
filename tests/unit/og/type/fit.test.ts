import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sanitizeTitle } from '@/og/card/sanitize'
import { fitLine, fitTitle } from '@/og/type/fit'
import { anyText } from '../any-text'

const box = { width: 900, height: 360 }
const rules = { leading: 1.12, largest: 148, comfortable: 54 }
const monospaced = (text: string) => [...text].length * 0.6
const set = (title: string) => fitTitle(title, box, rules, monospaced)

const fitsBox = ({ size, lines }: { size: number; lines: string[] }) =>
  lines.length * size * rules.leading <= box.height &&
  lines.every((line) => monospaced(line) * size <= box.width)

test('a title of a single letter is set at the largest size', () => {
  expect(set('A')).toEqual({ size: 148, lines: ['A'] })
})

test('a title of 54 characters is set in three lines of about equal length', () => {
  const { lines } = set('How a headless CMS can publish in two languages at once')
  expect(lines).toEqual(['How a headless CMS', 'can publish in two', 'languages at once'])
})

test('a title shares its words evenly between the lines instead of filling the first ones', () => {
  expect(set('Kawung dan fajar di atas kertas').lines).toEqual(['Kawung dan', 'fajar di', 'atas kertas'])
})

test('a title takes more than four lines only in type below the comfortable size', () => {
  const title = 'kata '.repeat(20).trim()
  expect(set(title).lines.length).toBeLessThanOrEqual(4)
  expect(set(`${title} ${title.slice(0, 60)}`).lines.length).toBeGreaterThan(4)
})

test('a long Indonesian word stays whole where it can be set at a comfortable size', () => {
  expect(set('Mempertanggungjawabkan ketidakberpihakan').lines).toEqual([
    'Mempertanggungjawabkan',
    'ketidakberpihakan',
  ])
})

test('a word that is too long for any line is broken, and loses no letter', () => {
  const { lines } = set('a'.repeat(200))
  expect(lines.length).toBeGreaterThan(3)
  expect(lines.join('')).toBe('a'.repeat(200))
})

test('Chinese breaks between characters, and Thai between words', () => {
  expect(set('去中心化人工智能概述与展望以及未来').lines.length).toBeGreaterThan(1)
  expect(set('ปัญญาประดิษฐ์แบบกระจายศูนย์ภาพรวม').lines.join('')).toBe('ปัญญาประดิษฐ์แบบกระจายศูนย์ภาพรวม')
})

test('a title breaks after a hyphen and a slash inside a word', () => {
  expect(set('penulis-penerjemah-penyunting/penerbit-independen').lines.length).toBeGreaterThan(1)
})

test('any title fits its box, with every character on some line', () => {
  fc.assert(
    fc.property(anyText, (raw) => {
      const title = sanitizeTitle(raw)
      fc.pre(title !== undefined)
      const fitted = set(title)
      expect(fitsBox(fitted)).toBe(true)
      expect(fitted.lines.join('').replaceAll(' ', '')).toBe(title.replaceAll(' ', ''))
    }),
  )
})

test('a line that fits is left as it is', () => {
  expect(fitLine('Sari Widyastuti', 9, monospaced)).toBe('Sari Widyastuti')
})

test('a line that does not fit ends in an ellipsis, within the width', () => {
  expect(fitLine('Sari Widyastuti', 6, monospaced)).toBe('Sari Widy…')
})
