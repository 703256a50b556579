import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { catalogues, type Namespace } from '@/i18n/catalogues'
import { type Locale, locales } from '@/i18n/locales'

const namespaces = Object.keys(catalogues.en) as Namespace[]
const categories: Record<Locale, string[]> = { id: ['other'], en: ['one', 'other'] }

type Message = { key: string; text: string }

function messages(tree: object, prefix = ''): Message[] {
  return Object.entries(tree).flatMap(([name, value]) => {
    const key = prefix === '' ? name : `${prefix}.${name}`
    return typeof value === 'string' ? [{ key, text: value }] : messages(value, key)
  })
}

const pluralSuffix = /_(zero|one|two|few|many|other)$/
const stem = (key: string) => key.replace(pluralSuffix, '')
const messagesOf = (locale: Locale, namespace: Namespace) => messages(catalogues[locale][namespace])

function placeholdersByStem(all: Message[]): Record<string, string[]> {
  const found: Record<string, Set<string>> = {}
  for (const { key, text } of all) {
    found[stem(key)] ??= new Set()
    for (const [placeholder] of text.matchAll(/\{\{\s*[\w.]+\s*\}\}/g)) found[stem(key)]?.add(placeholder)
  }
  return Object.fromEntries(Object.entries(found).map(([name, values]) => [name, [...values].toSorted()]))
}

function suffixesByStem(all: Message[]): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { key } of all) {
    const suffix = key.match(pluralSuffix)?.[1]
    if (suffix !== undefined) found.set(stem(key), [...(found.get(stem(key)) ?? []), suffix])
  }
  return found
}

describe.each(namespaces)('catalogue %s', (namespace) => {
  test(`the catalogue ${namespace} has the same keys in every language, plural categories apart`, () => {
    const keys = locales.map((locale) => [
      ...new Set(messagesOf(locale, namespace).map(({ key }) => stem(key))),
    ])
    expect(keys[0]?.length).toBeGreaterThan(0)
    for (const other of keys.slice(1)) expect(other.toSorted()).toEqual(keys[0]?.toSorted())
  })

  test(`the catalogue ${namespace} has the same placeholders in every language`, () => {
    const [first, ...others] = locales.map((locale) => placeholdersByStem(messagesOf(locale, namespace)))
    for (const other of others) expect(other).toEqual(first)
  })

  test.each(locales)(`the catalogue ${namespace} has no empty or padded message in %s`, (locale) => {
    const bad = messagesOf(locale, namespace).filter(({ text }) => text === '' || text.trim() !== text)
    expect(bad).toEqual([])
  })

  test.each(locales)(
    `the catalogue ${namespace} has exactly the plural categories of %s for each plural`,
    (locale) => {
      const wrong = [...suffixesByStem(messagesOf(locale, namespace))].filter(
        ([, suffixes]) => suffixes.toSorted().join() !== categories[locale].join(),
      )
      expect(wrong).toEqual([])
    },
  )
})

test('the site’s catalogue has plurals for the tests above to look at', () => {
  expect([...suffixesByStem(messagesOf('en', 'site'))].length).toBeGreaterThan(0)
})

test.each(locales)('the plural categories assumed for %s are those of the runtime', (locale) => {
  expect(new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted()).toEqual(
    categories[locale].toSorted(),
  )
})

test('the folders of words are those of the languages in the list', () => {
  expect(readdirSync('locales').toSorted()).toEqual(locales.toSorted())
})
