import { beforeEach, expect, test, vi } from 'vitest'
import { keptStates } from '@/docusaurus/import/apply/article/kept-states'
import type { KeptFile } from '@/docusaurus/import/apply/sources'
import { readPost } from '@/docusaurus/import/post/read-post'
import type { Locale } from '@/i18n/locales'
import { en, id, post } from '../site'

vi.mock('@/docusaurus/import/post/read-post', async (original) => {
  const actual = await original<typeof import('@/docusaurus/import/post/read-post')>()
  return { ...actual, readPost: vi.fn(actual.readPost) }
})

beforeEach(() => {
  vi.mocked(readPost).mockClear()
})

const terms = {
  authorOf: (slug: string) => `author ${slug}`,
  tagOf: (locale: Locale, label: string) => `${locale} ${label}`,
}

const kept = (locale: Locale, path: string, text: string): KeptFile => ({
  path,
  importPath: en('a'),
  locale,
  sha256: '',
  bytes: new TextEncoder().encode(text),
  blocks: [{ start: 0, end: 1, fingerprint: `block in ${locale}` }],
})

const original = kept('en', en('a'), post('title: A\nauthors: sari\ntags: [bread]'))
const translation = kept('id', id('a'), post('title: Ä\ntags: [roti]'))

test('a kept file is read once, however often the import compares with it', () => {
  const { stateOf, sharedBy } = keptStates(false)
  sharedBy([original, translation], terms)
  stateOf(original, undefined)
  stateOf(translation, undefined)
  stateOf(translation, undefined)
  expect(readPost).toHaveBeenCalledTimes(2)
})

test('a kept file says its fields as its bytes do, and its text as its blocks did', () => {
  const { stateOf } = keptStates(false)
  expect(stateOf(original, undefined)).toMatchObject({ title: 'A', slug: 'a', text: ['block in en'] })
})

test('the authors of kept files are those of the source, their tags those of all', () => {
  const { sharedBy } = keptStates(false)
  expect(sharedBy([original, translation], terms)).toEqual({
    authors: ['author sari'],
    tags: ['en bread', 'id roti'],
  })
})

test('a kept file that would be refused today says nothing', () => {
  const { stateOf } = keptStates(false)
  expect(stateOf(kept('en', en('a'), 'no front matter'), undefined)).toBeUndefined()
})
