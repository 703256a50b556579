import fc from 'fast-check'
import { expect, test } from 'vitest'
import { alignRows } from '@/projects/align'
import type { ProjectRow } from '@/projects/extract'

const row = (name: string, ...category: string[]): ProjectRow => ({
  name,
  category,
  summary: '.',
  rootIndex: 0,
})

const pairs = (en: ProjectRow[], id: ProjectRow[]) =>
  alignRows({ en, id }, 'en').map((aligned) => [aligned.en?.name, aligned.id?.name])

test('rows pair by their names, across categories that are called otherwise', () => {
  const en = [row('A', 'Tools'), row('B', 'Tools'), row('C', 'Tools', 'Small')]
  const id = [row('A', 'Alat'), row('B', 'Alat'), row('C', 'Alat', 'Kecil')]
  expect(pairs(en, id)).toEqual([
    ['A', 'A'],
    ['B', 'B'],
    ['C', 'C'],
  ])
})

test('a row that one language lacks pairs with nothing, and the others as before', () => {
  const [a, b, c] = [row('A', 'X'), row('B', 'X'), row('C', 'X')]
  expect(pairs([a, b, c], [row('A', 'Y'), row('C', 'Y')])).toEqual([
    ['A', 'A'],
    ['B', undefined],
    ['C', 'C'],
  ])
})

test('a name that was translated pairs by its place where both languages have as many there', () => {
  expect(
    pairs(
      [row('A', 'X'), row('Granary', 'X'), row('C', 'X')],
      [row('A', 'Y'), row('Lumbung', 'Y'), row('C', 'Y')],
    ),
  ).toContainEqual(['Granary', 'Lumbung'])
  expect(
    pairs([row('A', 'X'), row('Granary', 'X')], [row('A', 'Y'), row('Satu', 'Y'), row('Dua', 'Y')]),
  ).toEqual([
    ['A', 'A'],
    ['Granary', undefined],
    [undefined, 'Satu'],
    [undefined, 'Dua'],
  ])
})

test('one project in two categories is paired in each', () => {
  const en = [row('G', 'Markets'), row('H', 'Apps', 'Games'), row('G', 'Apps', 'Games')]
  const id = [row('G', 'Pasar'), row('H', 'Aplikasi', 'Gim'), row('G', 'Aplikasi', 'Gim')]
  expect(
    alignRows({ en, id }, 'en').map(({ en: one, id: two }) => [one?.category[0], two?.category[0]]),
  ).toEqual([
    ['Markets', 'Pasar'],
    ['Apps', 'Aplikasi'],
    ['Apps', 'Aplikasi'],
  ])
})

test('every row of both texts stands in the result once, in the order of its text', () => {
  const rows = fc.array(
    fc.record({ name: fc.constantFrom('A', 'B', 'C', 'D', 'E'), section: fc.constantFrom('S', 'T', 'U') }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(rows, rows, (ours, theirs) => {
      const grouped = (given: typeof ours) =>
        ['S', 'T', 'U'].flatMap((section) =>
          given.filter((one) => one.section === section).map(({ name }) => row(name, section)),
        )
      const [en, id] = [grouped(ours), grouped(theirs)]
      const aligned = alignRows({ en, id }, 'en')
      expect(aligned.flatMap((one) => one.en ?? [])).toEqual(en)
      expect(aligned.flatMap((one) => one.id ?? []).length).toBe(id.length)
    }),
  )
})
