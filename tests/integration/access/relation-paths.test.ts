import { beforeAll, describe, expect, test } from 'vitest'
import { withPayload } from '../../support/postgres/payload'
import { rest } from '../../support/product/rest'
import { make } from './stock/documents'
import { invitePeople, type People } from './stock/people'

const terbit = withPayload()
let people: People

beforeAll(async () => {
  terbit.payload.logger.level = 'silent'
  people = await invitePeople(terbit.payload)
  await make(terbit.payload, 'articles', people, { owner: "another's", state: 'draft' })
})

const oracles = [
  ['articles', 'where[createdBy.email][like]=stranger'],
  ['articles', 'where[createdBy__email][like]=stranger'],
  ['articles', 'where[createdBy.hash][like]=pbkdf2'],
  ['articles', 'where[or][0][and][0][createdBy.email][like]=stranger'],
  ['articles', 'sort=createdBy.hash'],
  ['articles', 'sort=-createdBy.email,title'],
  ['articles', 'where[projects][contains][name][like]=a'],
  ['articles/versions', 'where[version.createdBy.email][like]=stranger'],
  ['articles/versions', 'where[parent.createdBy.email][like]=stranger'],
  ['articles/versions', 'sort=version.createdBy.hash'],
  ['articles/count', 'where[createdBy.email][like]=stranger'],
  ['projects', 'where[memberships.sourceArticle.createdBy.email][like]=stranger'],
  ['media', 'where[originalSha256][like]=a'],
  ['users', 'where[hash][like]=pbkdf2'],
  ['users', 'where[resetPasswordToken][like]=a'],
  ['users', 'sort=salt'],
  ['payload-locked-documents', 'where[user.value.email][like]=a'],
  ['payload-locked-documents', 'where[user.email][like]=a'],
  ['payload-preferences', 'where[user.email][like]=a'],
  ['globals/site/versions', 'where[version.logo.originalSha256][like]=a'],
] as const

describe('whoever is signed in', () => {
  test.each(oracles)('whoever is signed in is refused %s with %s', async (path, query) => {
    const answer = await rest('GET', `/${path}`, { as: people.author.session, locale: 'en', query })
    expect([answer.status, answer.json.docs]).toEqual([400, undefined])
  })

  test('whoever is signed in finds out nothing by changing or deleting many', async () => {
    const query = 'where[createdBy.email][like]=nobody-at-all'
    for (const method of ['PATCH', 'DELETE'] as const) {
      const asked = { as: people.editor.session, locale: 'en', query }
      const answer = await rest(method, '/articles', method === 'PATCH' ? { ...asked, body: {} } : asked)
      expect(answer.status).toBe(400)
    }
  })

  test('whoever is signed in finds out nothing by a query in the body of a request', async () => {
    const answer = await rest('POST', '/articles', {
      as: people.author.session,
      form: 'locale=en&where[createdBy.email][like]=stranger',
      headers: { 'X-Payload-HTTP-Method-Override': 'GET' },
    })
    expect(answer.status).toBe(400)
  })

  test.each([
    ['articles', `where[createdBy][not_equals]=x&sort=-updatedAt`],
    ['articles', 'where[or][0][title][like]=a&where[or][1][slug][like]=a&where[_status][equals]=draft'],
    ['articles', 'where[authors.slug][equals]=sari&sort=title'],
    ['articles', 'where[title.en][like]=a'],
    ['articles', 'where[id][in][0]=a&where[seo.title][exists]=false'],
    ['articles/versions', 'where[version.title][like]=a&where[latest][equals]=true&sort=-updatedAt'],
    ['projects', 'where[memberships.summary][like]=a'],
    ['payload-locked-documents', 'where[user.relationTo][equals]=users&where[globalSlug][exists]=false'],
    ['globals/site/versions', 'where[version.name][like]=a'],
  ])('whoever is signed in asks %s for %s, as the panel does', async (path, query) => {
    const asked = query.replaceAll('=x', `=${people.author.id}`).replace('[0]=a', `[0]=${people.author.id}`)
    const answer = await rest('GET', `/${path}`, { as: people.author.session, locale: 'en', query: asked })
    expect([answer.status, answer.json.errors]).toEqual([200, undefined])
  })
})

test('the panel’s own lists are refused the same, for they read without REST', async () => {
  const reading = terbit.payload.find({
    collection: 'articles',
    where: { 'createdBy.email': { like: 'stranger' } },
    overrideAccess: false,
    user: { ...(await terbit.payload.findByID({ collection: 'users', id: people.author.id })) },
  })
  await expect(reading).rejects.toThrow('createdBy.email')
})
