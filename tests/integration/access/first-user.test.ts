import { beforeEach, expect, test } from 'vitest'
import { query, sql } from '@/database/query'
import { followSetUpLink, setUpLink } from '@/security/set-up-link'
import { issueSetupToken, setupCookie } from '@/security/setup-token'
import { withPayload } from '../../support/postgres/payload'
import { type Answer, rest } from '../../support/product/rest'

const terbit = withPayload()
const siteUrl = 'http://127.0.0.1'
const somebody = { email: 'dewi@example.org', password: 'kopi tubruk panas', name: 'Dewi' }

beforeEach(async () => {
  terbit.payload.logger.level = 'silent'
  await terbit.payload.delete({ collection: 'users', where: { id: { exists: true } } })
})

const register = (token: string | undefined, body: object = somebody, path = '/users/first-register') =>
  rest('POST', path, { body, headers: token ? { Cookie: `${setupCookie}=${token}` } : {} })

const users = async () =>
  (await terbit.payload.find({ collection: 'users', depth: 0 })).docs.map(({ email, role }) => ({
    email,
    role,
  }))

const follow = (url: string, site = siteUrl) =>
  followSetUpLink({ network: '192.0.2.1', payload: terbit.payload, siteUrl: site, url })

const tokenOf = ({ headers }: Answer) => /terbit-token=([^;]+)/.exec(headers.get('Set-Cookie') ?? '')?.[1]

test('the first user comes through the link, is an admin whatever the form says, and is signed in', async () => {
  const token = await issueSetupToken(terbit.payload)
  const answer = await register(token, { ...somebody, role: 'author', deactivated: true })
  expect(answer.status).toBe(200)
  expect(await users()).toEqual([{ email: somebody.email, role: 'admin' }])
  const me = await rest('GET', '/users/me', { as: { token: tokenOf(answer) ?? '' } })
  expect(me.json.user?.email).toBe(somebody.email)
})

test('the first user may come by the form that the admin panel sends', async () => {
  const token = await issueSetupToken(terbit.payload)
  const form = new FormData()
  form.set('_payload', JSON.stringify(somebody))
  const answer = await rest('POST', '/users/first-register', {
    formData: form,
    headers: { Cookie: `${setupCookie}=${token}` },
  })
  expect(answer.status).toBe(200)
})

test.each([
  '/users/first-register',
  '/users/first-register/',
  '/users/First-Register',
  '/users/first-register?x=1',
])('the first user is refused without the token at %s', async (path) => {
  await issueSetupToken(terbit.payload)
  expect((await register(undefined, somebody, path)).status).toBe(403)
  expect((await register('guessed', somebody, path)).status).toBe(403)
  expect(await users()).toEqual([])
})

test.each(['GET', 'PATCH', 'PUT', 'DELETE'] as const)('%s does not make the first user', async (method) => {
  const token = await issueSetupToken(terbit.payload)
  const body = method === 'GET' ? {} : { body: somebody }
  const answer = await rest(method, '/users/first-register', {
    ...body,
    headers: { Cookie: `${setupCookie}=${token}` },
  })
  expect([403, 404]).toContain(answer.status)
  expect(await users()).toEqual([])
})

test('the first user is not made by creating a user', async () => {
  const token = await issueSetupToken(terbit.payload)
  const answer = await register(token, { ...somebody, role: 'admin' }, '/users')
  expect(answer.status).toBe(403)
})

test('making the first user uses the token up', async () => {
  const token = await issueSetupToken(terbit.payload)
  await register(token)
  expect((await register(token, { ...somebody, email: 'second@example.org' })).status).toBe(403)
  await terbit.payload.delete({ collection: 'users', where: { id: { exists: true } } })
  expect((await register(token)).status).toBe(403)
  expect(await users()).toEqual([])
})

test('of two first users that come at once one is made', async () => {
  const token = await issueSetupToken(terbit.payload)
  const answers = await Promise.all(
    ['one', 'two', 'three'].map((name) => register(token, { ...somebody, email: `${name}@example.org` })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 403, 403])
  expect(await users()).toHaveLength(1)
})

test.each([
  ['a short password', { ...somebody, password: 'kopi' }],
  ['no password', { ...somebody, password: undefined }],
  ['no name', { ...somebody, name: '' }],
  ['no email', { ...somebody, email: 'dewi' }],
])('a first user with %s is refused, and the token keeps', async (_, body) => {
  const token = await issueSetupToken(terbit.payload)
  expect((await register(token, body)).status).toBe(400)
  expect((await register(token)).status).toBe(200)
})

test('the first user is refused with a token of yesterday', async () => {
  const token = await issueSetupToken(terbit.payload)
  await query(terbit.payload, sql`update setup_tokens set issued_at = now() - interval '25 hours'`)
  expect((await register(token)).status).toBe(403)
})

test('the first user is refused with a token that a newer one replaced', async () => {
  const token = await issueSetupToken(terbit.payload)
  await issueSetupToken(terbit.payload)
  expect((await register(token)).status).toBe(403)
})

test('a first user is refused where there is a user already, whatever the token', async () => {
  await terbit.payload.create({ collection: 'users', data: { ...somebody, role: 'author' } })
  const token = await issueSetupToken(terbit.payload)
  expect((await register(token, { ...somebody, email: 'second@example.org' })).status).toBe(403)
})

test('the one-time link hands the token to the browser and leads to the form, as often as it is opened', async () => {
  const token = await issueSetupToken(terbit.payload)
  for (const _ of [1, 2]) {
    const answer = await follow(setUpLink(siteUrl, token))
    expect([answer.status, answer.headers.get('Location')]).toEqual([
      303,
      `${siteUrl}/admin/create-first-user`,
    ])
    expect(answer.headers.get('Set-Cookie')).toMatch(
      new RegExp(`^${setupCookie}=${token}; Path=/; Max-Age=3600; HttpOnly; SameSite=Lax$`),
    )
  }
  expect((await register(token)).status).toBe(200)
})

test('the one-time link sets a cookie for TLS alone where the site has TLS', async () => {
  const token = await issueSetupToken(terbit.payload)
  const answer = await follow(setUpLink('https://terbit.example', token), 'https://terbit.example')
  expect(answer.headers.get('Set-Cookie')).toContain('; Secure')
  expect(answer.headers.get('Location')).toBe('https://terbit.example/admin/create-first-user')
})

test('a one-time link that is not valid says so in both languages and sets no cookie', async () => {
  for (const url of [setUpLink(siteUrl, 'guessed'), `${siteUrl}/setup`, setUpLink(siteUrl, '<script>')]) {
    const answer = await follow(url)
    const text = await answer.text()
    expect(answer.status).toBe(403)
    expect(answer.headers.get('Set-Cookie')).toBeNull()
    expect(text).toContain('<p lang="id">Pengguna pertama')
    expect(text).toContain('<p lang="en">The first user')
    expect(text).not.toContain('script')
  }
})
