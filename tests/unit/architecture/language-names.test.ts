import { readFileSync } from 'node:fs'
import { unstable_doesMiddlewareMatch } from 'next/experimental/testing/server'
import { expect, test } from 'vitest'
import { locales } from '@/i18n/locales'
import { config } from '../../../proxy'
import { languageNamesIn, languageNamesOf, scannedFiles } from './language-names'

/** Lines that may stay, and why. Each must still be there. */
const allowed: [file: string, text: string, why: string][] = [
  ['src/access/comparisons.ts', "['id', 'id'],", 'a kind of field'],
  ['src/access/comparisons.ts', "return [[name, 'id'], ...within]", 'a kind of field'],
  ['src/feeds/atom.ts', "tag('id', {}, feed.self),", 'an element of Atom'],
  ['src/feeds/atom.ts', "tag('id', {}, item.url),", 'an element of Atom'],
  ['src/og/http/request.ts', "const id = search.get('id')", 'a parameter of an address'],
  ['src/search/analysis/indonesian-stem.ts', '[/^[mp]en(?=[cdjzst])/, 3],', 'a prefix of words'],
]

/** Next reads these as literals, before it runs anything: the tests below hold them to the list. */
const literal = ['proxy.ts', 'next.config.mjs']

const files = scannedFiles()
const found = files.flatMap(languageNamesOf)
const isAllowed = (file: string, text: string) => allowed.some(([one, line]) => one === file && line === text)

test('languages are named in src/i18n and in demonstration content alone', () => {
  expect(files.length).toBeGreaterThan(400)
  const wrong = found.filter(({ file, text }) => !literal.includes(file) && !isAllowed(file, text))
  expect(wrong.map(({ file, line, text, why }) => `${file}:${line} ${why}: ${text}`)).toEqual([])
})

test('every exception is still needed', () => {
  const unused = allowed.filter(
    ([file, line]) => !found.some((one) => one.file === file && one.text === line),
  )
  expect(unused).toEqual([])
})

test.each([
  ["const fallback = 'en'", 'a literal'],
  ["const fallback: Locale = 'id'", 'a literal that is also the name of a field'],
  ["type Locale = 'id' | 'en'", 'a type'],
  ["const words = { id: 'kata', en: 'words' }", 'a record by language'],
  ['const words = { id: { lexical } }', 'a record of one language'],
  ['const words = { id, en }', 'a record by language in short'],
  ['const { en } = words', 'a pattern by language'],
  ['type Words = { id: string; en: string }', 'a type by language'],
  ["const reader = language === 'en' ? a : b", 'a comparison'],
  ['const title = titles.en', 'a property'],
  ["const title = titles['id']", 'a property in quotes'],
  ["import words from '../locales/id/site.json'", 'an imported catalogue'],
  ["import { en } from '@payloadcms/translations/languages/en'", 'an imported language'],
  ['const below = /^\\/(?:id|en)(?:[/?]|$)/', 'a regular expression'],
  ["const matcher = '/(id|en)/'", 'a pattern in quotes'],
  ["const usage = '--locales id,en'", 'a text'],
  ["const href = '/id/blog'", 'an address'],
  ['const page = <a href="/id">Beranda</a>', 'an address in JSX'],
  ['const page = <html lang="en" />', 'an attribute'],
  ["const row = sql`select coalesce(locale, 'id') from t`", 'a value in SQL'],
  ["const row = sql`where locale = 'en'::_locales`", 'a value in SQL with a type'],
  ["const region = 'en-US'", 'a tag with a region'],
  ["const region = 'id_ID'", 'a language of Open Graph'],
  ["const name = 'Bahasa Indonesia'", 'an autonym'],
  ['const [other] = otherLocales(locale)', 'the one other language'],
  ['const first = locales[0]', 'a language by its number'],
  ['const [, locale] = /^\\/(\\w+)\\/blog$/.exec(path)', 'a pattern that refuses hyphens'],
  ['const code = /^[a-z]{2}$/', 'a pattern of two letters'],
])('%s is found: %s', (source) => {
  expect(languageNamesIn('src/room/file.tsx', source)).not.toEqual([])
})

test.each([
  ['const { id } = doc', 'a field in a pattern'],
  ['const ids = docs.map((doc) => doc.id)', 'a field that is read'],
  ['const where = { id: { equals: id } }', 'a question to Payload'],
  ["const sort = ['-publishedAt', 'id']", 'a field among fields'],
  ["type Known = Pick<Project, 'id' | 'name'>", 'a field among types'],
  ["type Known = Pick<Project, 'id'>", 'a field that is picked'],
  ["const known = 'id' in value", 'a question whether there is a field'],
  ['const data = sql`select a.id, l.id as id from articles a order by id`', 'columns'],
  ["const message = 'A document has an id, an Open Graph card, and an end.'", 'a sentence'],
  ["const locale = '/:locale/blog/:slug'", 'a parameter of a route'],
  ['for (const locale of locales) others.push(...otherLocales(locale))', 'loops over the list'],
  ['// the locale `en`, or /id/blog', 'a comment'],
])('%s is passed over: %s', (source) => {
  expect(languageNamesIn('src/room/file.ts', source)).toEqual([])
})

test('the groups of languages in what Next reads as literals are the list', () => {
  const groups = literal.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\((?:\?:)?((?:id|en)\b[^()]*)\)/g)].map(
      ([, group = '']) => group,
    ),
  )
  const list = locales.join('|')
  expect(groups.length).toBe(7)
  expect(groups.filter((group) => group !== list && !group.startsWith(`${list}|api|`))).toEqual([])
})

const passesProxy = (path: string) =>
  unstable_doesMiddlewareMatch({ config, url: path, nextConfig: { skipTrailingSlashRedirect: true } })

test.each(locales)('pages below /%s pass by the proxy, and their other spellings through it', (locale) => {
  const pages = [`/${locale}`, `/${locale}/blog`, `/${locale}/blog/kopi`]
  const spellings = [`/${locale}/`, `/${locale}/blog/`, `/${locale}/blog/kopi.html`]
  expect(pages.filter(passesProxy)).toEqual([])
  expect(spellings.filter((path) => !passesProxy(path))).toEqual([])
})

test('pages below no language of ours pass through the proxy', () => {
  expect(['/blog', '/fr', '/fr/blog', '/pt-BR/blog'].filter((path) => !passesProxy(path))).toEqual([])
})
