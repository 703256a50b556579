import { expect, test } from 'vitest'
import { tagSlug } from '@/docusaurus/format/terms/tag-slug'
import { alignTags, type TaggedPost } from '@/docusaurus/import/plan/aligned-tags'

const post = (name: string, en: string[], id?: string[]): TaggedPost => ({
  importPath: `blog/${name}.md`,
  sourceLocale: 'en',
  labels: { en, ...(id ? { id } : {}) },
  place: { en: { file: `${name}.md`, line: 3 }, id: { file: `id/${name}.md`, line: 4 } },
})

// Docusaurus makes them by lodash's kebabCase.
test.each([
  ['Slow Food', 'slow-food'],
  ['IoTeX', 'io-te-x'],
  ['GitHub Copilot', 'git-hub-copilot'],
  ['Layer 2', 'layer-2'],
  ['GPT4', 'gpt-4'],
  ['C++', 'c'],
  ['Économie', 'economie'],
  ["chef's table", 'chefs-table'],
  ['HTTPServer', 'http-server'],
  ['1st place', '1st-place'],
  ['人工智能', '人工智能'],
  ['snake_case', 'snake-case'],
  ['🍞', '🍞'],
])('gives %s the address %s', (label, slug) => {
  expect(tagSlug(label)).toBe(slug)
})

test('joins words that share an address within a language, and names them as most posts do', () => {
  const { tags } = alignTags([post('a', ['AI']), post('b', ['ai']), post('c', ['AI'])])
  expect(tags).toMatchObject([{ key: 'ai', name: { en: 'AI' }, aliases: { en: ['ai'] } }])
})

test('joins words at one position of lists of one length', () => {
  const { tags, keyOf } = alignTags([post('a', ['bread', 'oven'], ['roti', 'oven'])])
  expect(tags.map(({ name }) => name)).toEqual([
    { en: 'bread', id: 'roti' },
    { en: 'oven', id: 'oven' },
  ])
  expect(keyOf('id', 'Roti')).toBe('bread')
})

test('learns nothing from lists of different lengths', () => {
  const { tags } = alignTags([post('a', ['bread', 'oven'], ['roti'])])
  expect(tags.map(({ name }) => name)).toEqual([{ en: 'bread' }, { en: 'oven' }, { id: 'roti' }])
})

test('takes the translation that most posts use as the name, and reports the others', () => {
  const posts = [
    post('a', ['bread'], ['roti']),
    post('b', ['bread'], ['bread']),
    post('c', ['bread'], ['roti']),
  ]
  const { tags, warnings } = alignTags(posts)
  expect(tags).toMatchObject([{ name: { en: 'bread', id: 'roti' }, aliases: { id: ['bread'] } }])
  expect(warnings).toMatchObject([{ file: 'id/b.md', line: 4, code: 'tag-translations-differ' }])
})

test('prefers the translated word to the untranslated one when both are used as often', () => {
  const { tags } = alignTags([post('a', ['bread'], ['bread']), post('b', ['bread'], ['roti'])])
  expect(tags[0]?.name.id).toBe('roti')
})

test('prefers the earlier of two translations that are used as often', () => {
  const { tags } = alignTags([post('a', ['bread'], ['roti']), post('b', ['bread'], ['roti tawar'])])
  expect(tags[0]?.name.id).toBe('roti')
})

test('leaves a word that stands for two tags as a tag of its own, and reports both places', () => {
  const { tags, warnings } = alignTags([
    post('a', ['film', 'bread'], ['gambar', 'roti']),
    post('b', ['picture'], ['gambar']),
  ])
  expect(tags.map(({ name }) => name)).toEqual([
    { en: 'film' },
    { en: 'bread', id: 'roti' },
    { en: 'picture' },
    { id: 'gambar' },
  ])
  expect(warnings.map(({ file, code }) => [file, code])).toEqual([
    ['id/a.md', 'tag-conflict'],
    ['id/b.md', 'tag-conflict'],
  ])
})

test('takes the same word as the same tag where no list says otherwise', () => {
  const { tags } = alignTags([post('a', ['AI']), post('b', ['x', 'y'], ['AI'])])
  expect(tags.map(({ key, name }) => [key, name])).toContainEqual(['ai', { en: 'AI', id: 'AI' }])
})
