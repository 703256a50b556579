import { readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { payloadWords } from '@/i18n/payload-words'

type Words = { [key: string]: string | Words }

/** Keys of features that differ from the name of their folder. */
const keys: Record<string, string> = { '': 'general' }

/** Words that are the same in both languages. Each was checked. */
const sameInBoth: string[] = []

const dist = dirname(createRequire(import.meta.url).resolve('@payloadcms/richtext-lexical'))

async function englishWords(): Promise<Record<string, string>> {
  const files = (await readdir(dist, { recursive: true })).filter((file) => /(?:^|\/)i18n\.js$/.test(file))
  const found = await Promise.all(
    files.map(async (file) => {
      const { i18n } = (await import(pathToFileURL(join(dist, file)).href)) as { i18n: { en: Words } }
      const folder =
        relative('features', dirname(file))
          .replace(/\/server$/, '')
          .split('/')
          .at(-1) ?? ''
      return flattened(i18n.en, keys[dirname(file) === '.' ? '' : folder] ?? folder)
    }),
  )
  return Object.assign({}, ...found)
}

const flattened = (words: Words, path: string): Record<string, string> =>
  Object.entries(words).reduce<Record<string, string>>(
    (all, [key, value]) =>
      Object.assign(
        all,
        typeof value === 'string' ? { [`${path}.${key}`]: value } : flattened(value, `${path}.${key}`),
      ),
    {},
  )

test("has an Indonesian word for every English one of Payload's editor and no others", async () => {
  const english = await englishWords()
  expect(Object.keys(english).length).toBeGreaterThan(25)
  expect(
    Object.keys(flattened(payloadWords.id.lexical, ''))
      .map((key) => key.slice(1))
      .sort(),
  ).toEqual(Object.keys(english).sort())
})

test('repeats no English word, and keeps what is filled in', async () => {
  const english = await englishWords()
  const indonesian = flattened(payloadWords.id.lexical, '')
  for (const [key, word] of Object.entries(english)) {
    const translated = indonesian[`.${key}`] ?? ''
    expect(sameInBoth.includes(key) || translated !== word, `${key}: ${word}`).toBe(true)
    expect(translated.match(/\{\{\w+\}\}/g)).toEqual(word.match(/\{\{\w+\}\}/g))
  }
})
