import { beforeAll, expect, test } from 'vitest'
import { sentence } from '@/i18n/admin-words'
import { locales } from '@/i18n/locales'
import { withPayload } from '../../support/postgres/payload'
import { rest } from '../../support/product/rest'
import { bodyOf } from '../../support/samples/bodies'
import { invitePeople, type People } from './stock/people'

const terbit = withPayload()
let people: People
let article: string

beforeAll(async () => {
  terbit.payload.logger.level = 'silent'
  people = await invitePeople(terbit.payload)
  const made = await rest('POST', '/articles', {
    as: people.author.session,
    locale: 'id',
    query: 'draft=true',
    body: { title: 'Dalam', body: bodyOf('Isi.') },
  })
  article = made.json.doc?.id ?? ''
})

const nested = (levels: number, type: string): { root: { children: object[] } } => {
  const { root } = bodyOf('a') as unknown as { root: { children: object[] } }
  let [node = {}] = root.children
  for (let level = 0; level < levels; level++)
    node = { type, version: 1, format: '', indent: 0, direction: null, children: [node] }
  return { root: { ...root, children: [node] } }
}

test.each(locales)('a body that nests too deep is not saved in any way, and %s says why', async (locale) => {
  const as = people.author.session
  const headers = { 'Accept-Language': locale }
  const body = { title: 'Dalam', body: nested(1_000, 'quote'), _status: 'published' }
  const answers = [
    await rest('POST', '/articles', { as, locale, body, headers }),
    await rest('PATCH', `/articles/${article}`, { as, locale, body, headers }),
    await rest('PATCH', `/articles/${article}`, {
      as,
      locale,
      body,
      headers,
      query: 'draft=true&autosave=true',
    }),
    await rest('PATCH', '/articles', { as, locale, body, headers, query: `where[id][equals]=${article}` }),
  ]
  for (const { json, status } of answers) {
    expect(status).toBe(400)
    expect(json.errors?.[0]?.message).toBe(sentence(locale, (w) => w.errors.excess.depth))
  }
})

test('a body of a hundred thousand levels is refused, and nothing breaks', async () => {
  const levels = 100_000
  const text = `{"title":"x","body":{"root":${'{"children":['.repeat(levels)}${']}'.repeat(levels)}}}`
  const { status } = await rest('PATCH', `/articles/${article}`, {
    as: people.author.session,
    locale: 'id',
    query: 'draft=true',
    form: text,
    headers: { 'Content-Type': 'application/json' },
  })
  expect(status).toBe(400)
})

test('a body that nests a hundred levels, as Markdown may, is saved', async () => {
  const { status } = await rest('PATCH', `/articles/${article}`, {
    as: people.author.session,
    locale: 'id',
    body: { body: nested(100, 'quote') },
    query: 'draft=true',
  })
  expect(status).toBe(200)
})

test('the Local API, by which the import writes, saves none either', async () => {
  const write = terbit.payload.update({
    collection: 'articles',
    id: article,
    locale: 'id',
    data: { body: nested(1_000, 'list') as never },
  })
  await expect(write).rejects.toThrow(sentence('id', (w) => w.errors.excess.depth))
})
