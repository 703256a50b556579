import { beforeAll, describe, expect, test } from 'vitest'
import { withPayload } from '../../support/postgres/payload'
import { rest } from '../../support/product/rest'
import { invitePeople, type People } from './stock/people'

const terbit = withPayload()
let people: People

beforeAll(async () => {
  people = await invitePeople(terbit.payload)
})

const id = '00000000-0000-4000-8000-000000000000'
const many = (count: number, one: (number: number) => string) =>
  Array.from({ length: count }, (_, number) => one(number)).join('&')
const asGet = { 'X-Payload-HTTP-Method-Override': 'GET' }
const everywhere = [
  '/articles',
  '/articles/count',
  '/articles/versions',
  '/users',
  '/media',
  '/payload-locked-documents',
  '/payload-preferences',
]

describe.each([
  ['an administrator', () => people.admin.session],
  ['a visitor', () => undefined],
])('%s', (_who, session) => {
  test.each([
    ['the ids of a list', many(501, (n) => `where[id][in][${n}]=${id}`)],
    ['the names of a sort', `sort=${'createdAt,'.repeat(6)}createdAt`],
    ['what is selected', many(501, (n) => `select[a${n}]=true`)],
    ['a negative depth', 'depth=-1'],
  ])('is refused for %s, also by a POST that says it is a GET', async (_what, query) => {
    for (const path of everywhere) {
      const asked = await rest('GET', path, { as: session(), locale: 'id', query })
      const posted = await rest('POST', path, {
        as: session(),
        form: `locale=id&${query}`,
        headers: asGet,
      })
      for (const { json, status } of [asked, posted]) {
        expect([path, status]).toEqual([path, 400])
        expect(json.errors?.[0]?.message).toMatch(/^Expected/)
      }
    }
  })
})

test.each(['limit=0', 'limit=-1', 'limit=1000000'])(
  'somebody who is signed in and asks for %s gets a thousand documents at most',
  async (query) => {
    const as = people.admin.session
    const asked = await rest('GET', '/tags', { as, locale: 'id', query })
    const posted = await rest('POST', '/tags', { as, form: `locale=id&${query}`, headers: asGet })
    expect([asked.json.limit, posted.json.limit]).toEqual([1_000, 1_000])
  },
)

test('the relations that the admin panel asks for are found', async () => {
  const form = `depth=0&draft=true&limit=100&locale=id&${many(100, (n) => `where[id][in][${n}]=${n === 7 ? people.bylineId : id}`)}&select[name]=true`
  const { json } = await rest('POST', '/authors', { as: people.editor.session, form, headers: asGet })
  expect(json.docs).toEqual([expect.objectContaining({ name: 'Sari' })])
})

test('a bulk change takes its filter and its body', async () => {
  const query = `where[id][in][0]=${people.bylineId}&limit=0`
  const { json, text } = await rest('PATCH', '/authors', {
    as: people.editor.session,
    locale: 'id',
    query,
    body: { title: 'Penulis' },
  })
  expect([json.docs?.length, text]).toEqual([1, expect.stringContaining('Penulis')])
})
