import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { withPayload } from '../../support/postgres/payload'
import { rest } from '../../support/product/rest'
import { type Question, questions, withDecoy } from './stock/questions'
import { hideDrafts, secret } from './stock/secret-drafts'

const terbit = withPayload()
let ids: Awaited<ReturnType<typeof hideDrafts>>

beforeAll(async () => {
  terbit.payload.logger.level = 'silent'
  ids = await hideDrafts(terbit.payload)
})

const ask = ({ path, query, overridden }: Question) =>
  overridden
    ? rest('POST', path, {
        form: query,
        headers: { 'X-Payload-HTTP-Method-Override': 'GET' },
      })
    : rest('GET', path, { query })

const article = () => `/articles/${ids.articles[0]}`

describe('whatever a visitor asks', () => {
  test('whatever a visitor asks, no draft is told, none can be guessed from the answer, and nothing breaks', {
    timeout: 240_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(questions(ids), async (question) => {
        const answer = await ask(question)
        expect(answer.text).not.toContain(secret)
        expect(answer.status).toBeLessThan(500)
        const other = await ask(withDecoy(question))
        expect([other.status, other.json.totalDocs, other.json.docs?.length]).toEqual([
          answer.status,
          answer.json.totalDocs,
          answer.json.docs?.length,
        ])
      }),
      { numRuns: 600 },
    )
  })
})

test('a visitor sees the language that is published and not the other', async () => {
  expect((await rest('GET', article(), { locale: 'en' })).json.title).toBe('Open')
  expect((await rest('GET', article(), { locale: 'id' })).status).toBe(404)
  expect((await rest('GET', '/articles', { locale: 'en' })).json.totalDocs).toBe(1)
  expect((await rest('GET', '/articles', { locale: 'id' })).json.totalDocs).toBe(0)
})

test.each(['flattenLocales=false', 'flattenLocales=0'])(
  'a visitor gets one language where they send %s',
  async (query) => {
    for (const overridden of [false, true]) {
      const { json } = await ask({ path: article(), query: `locale=en&${query}`, overridden })
      expect(json.title).toBe('Open')
    }
    const body = { locale: 'en', flattenLocales: false, draft: false }
    const { json } = await rest('POST', article(), {
      body,
      headers: { 'X-Payload-HTTP-Method-Override': 'GET' },
    })
    expect(json.title).toBe('Open')
  },
)

test('a visitor who names no language gets Indonesian', async () => {
  expect((await rest('GET', '/articles')).json.totalDocs).toBe(0)
  expect((await rest('GET', article())).status).toBe(404)
})

test.each(['locale=all', 'locale=*', 'locale=xx', 'locale=en&locale=all', 'locale[]=all'])(
  'a visitor who asks for %s is refused, and told which languages there are',
  async (query) => {
    for (const path of ['/articles', article(), '/articles/count', '/tags', '/media', '/globals/site']) {
      const { json, status } = await rest('GET', path, { query })
      expect([path, status]).toEqual([path, 400])
      expect(json.errors?.[0]?.message).toContain('id, en')
    }
  },
)

test.each([
  ['draft=true', 403],
  ['fallback-locale=id', 400],
  ['where[createdBy.email][like]=a%25', 400],
  ['where[or][0][and][0][createdBy.email][like]=a%25', 400],
  ['where[title.id][like]=a', 400],
  ['where[_status][equals]=draft', 400],
  ['where[projects.summary][like]=a', 400],
  ['sort=-createdBy.email', 400],
  ['sort=title.id', 400],
  ['select[createdBy]=true', 400],
  ['where[title][nonsense]=a', 400],
  ['limit=x', 400],
  [`where[slug][in]=${'open,'.repeat(100)}open`, 400],
])('a visitor is refused with %s', async (query, status) => {
  expect((await rest('GET', '/articles', { locale: 'en', query })).status).toBe(status)
})

test.each([
  'where[slug][equals]=open',
  'where[authors.slug][equals]=sari',
  'where[tags.slug][in][0]=city',
  'where[or][0][title][like]=open&where[or][1][slug][equals]=open',
  'sort=-publishedAt&select[title]=true&select[slug]=true',
])('a visitor may ask %s', async (query) => {
  expect((await rest('GET', '/articles', { locale: 'en', query })).json.totalDocs).toBe(1)
})

test('a visitor gets a hundred documents at most, whatever the limit', async () => {
  for (const query of ['limit=0', 'limit=100000', 'pagination=false&limit=0'])
    expect((await rest('GET', '/tags', { locale: 'en', query })).json.limit).toBe(100)
  expect((await rest('GET', '/tags', { locale: 'en', query: 'pagination=false' })).json.limit).toBe(10)
})

test('a visitor sees drafts that published texts point to as ids alone', async () => {
  const { json, text } = await rest('GET', article(), { locale: 'en', query: 'depth=2' })
  const [hiddenArticle] = ids.articles.slice(1)
  expect(text).toContain(`"value":"${hiddenArticle}"`)
  expect(json.projects).toEqual([expect.objectContaining({ name: 'Angkot' }), ids.projects[1]])
  const project = await rest('GET', `/projects/${ids.projects[0]}`, { locale: 'en', query: 'depth=2' })
  expect(project.json.memberships).toEqual([expect.objectContaining({ sourceArticle: hiddenArticle })])
})

test('a visitor sees nothing of the user who wrote an article', async () => {
  const { json } = await rest('GET', article(), { locale: 'en', query: 'depth=2' })
  expect(Object.keys(json)).not.toEqual(expect.arrayContaining(['createdBy']))
  expect(Object.keys(json)).not.toEqual(expect.arrayContaining(['updatedBy']))
})

test('a visitor finds no GraphQL', async () => {
  for (const method of ['GET', 'POST'] as const)
    expect(
      (await rest(method, '/graphql', method === 'POST' ? { body: { query: '{ Users { id } }' } } : {}))
        .status,
    ).toBe(404)
})

test('a visitor learns of accounts and rights only that there are none for them', async () => {
  expect((await rest('GET', '/users/me')).json.user).toBeNull()
  const { json, text } = await rest('GET', '/access')
  expect(json.canAccessAdmin).toBeUndefined()
  expect(text).not.toMatch(/"(create|update|delete|unlock|readVersions)":true/)
  for (const name of ['payload-preferences', 'payload-locked-documents', 'payload-kv'])
    expect((await rest('GET', `/${name}`)).status).toBe(403)
  expect((await rest('GET', '/payload-migrations')).status).toBe(501)
})
