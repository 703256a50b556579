import { expect, test } from 'vitest'
import { bareKeys, foreignTexts, strayEnglish } from '../../e2e/admin/support/other-language'

const reviewed = new Set<string>()
const found = (foreign: string[], own: string[], shown: string[]) =>
  foreignTexts({ foreign, own, reviewed })(shown).map(({ shown }) => shown)

test('finds a text of the other language whatever its case', () => {
  expect(found(['Save Draft'], ['Simpan Draf'], ['SAVE DRAFT', 'Simpan Draf'])).toEqual(['SAVE DRAFT'])
})

test('finds a text with values, and its parts between elements', () => {
  const text = 'You are about to delete the {{label}} <1>{{title}}</1>. Are you sure?'
  expect(found([text], [], ['You are about to delete the Artikel', '. Are you sure?'])).toHaveLength(2)
})

test('leaves what both languages say, and what was reviewed', () => {
  expect(found(['Status', 'Edit'], ['Status'], ['Status'])).toEqual([])
  expect(foreignTexts({ foreign: ['Edit'], own: [], reviewed: new Set(['Edit']) })(['Edit'])).toEqual([])
})

test('does not take every text for a pattern that has no words of its own', () => {
  expect(found(['{{label}} {{title}}'], [], ['Pasar pagi'])).toEqual([])
})

test('knows a key from a sentence with a colon', () => {
  expect(bareKeys(['general:save', 'version:status', '[lexical.general]'])).toHaveLength(3)
  expect(
    bareKeys(['Bahasa: Indonesia', 'Per Halaman: 10', '22 Nov 2026, 20:28', 'https://terbit.example']),
  ).toEqual([])
})

test('finds English phrases that are in no catalogue, and no names', () => {
  expect(strayEnglish(['Drag to move', 'Add', 'Pasar pagi'], reviewed)).toEqual(['Drag to move'])
})
