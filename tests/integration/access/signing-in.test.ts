import { randomUUID } from 'node:crypto'
import { generatePayloadCookie } from 'payload'
import { beforeEach, expect, test } from 'vitest'
import type { Role } from '@/access/roles'
import { withPayload } from '../../support/postgres/payload'
import { rest, type Session, signIn } from '../../support/product/rest'

const terbit = withPayload()
const password = 'kopi tubruk panas'

beforeEach(() => {
  terbit.payload.logger.level = 'silent'
})

async function somebody(role: Role = 'author') {
  const email = `${randomUUID()}@example.org`
  const { id } = await terbit.payload.create({
    collection: 'users',
    data: { name: 'Dewi', email, password, role },
  })
  return { id, email }
}

const logIn = (email: string, language = 'en') =>
  rest('POST', '/users/login', { body: { email, password }, headers: { 'Accept-Language': language } })

const me = async (session: Session) => (await rest('GET', '/users/me', { as: session })).json.user

const createTag = (headers: Record<string, string>) =>
  rest('POST', '/tags', { locale: 'en', body: { name: 'Tag', slug: randomUUID() }, headers })

test('the session cookie is out of reach for scripts and for other sites', async () => {
  const { email } = await somebody()
  const cookie = (await logIn(email)).headers.get('Set-Cookie') ?? ''
  expect(cookie).toMatch(/^terbit-token=/)
  expect(cookie).toContain('HttpOnly')
  expect(cookie).toContain('SameSite=Lax')
  expect(cookie).not.toContain('Secure')
})

test('the session cookie goes over TLS alone where the site’s address is https', async () => {
  const { auth } = (await import('../../../collections/users')).users
  const { cookiesOf } = await import('@/security/session-cookies')
  expect(auth).toMatchObject({ cookies: cookiesOf('http://127.0.0.1') })
  const collectionAuthConfig = { cookies: cookiesOf('https://terbit.example'), tokenExpiration: 60 }
  const cookie = generatePayloadCookie({
    collectionAuthConfig: collectionAuthConfig as never,
    cookiePrefix: 'terbit',
    token: 'x',
  })
  expect(cookie).toContain('Secure=true')
})

test.each([
  ['this site', { Origin: 'http://127.0.0.1' }, 201],
  ['another site', { Origin: 'https://evil.example' }, 403],
  ['a sandboxed frame', { Origin: 'null' }, 403],
  ['another site that hides its origin', { 'Sec-Fetch-Site': 'cross-site' }, 403],
  ['no browser', {}, 403],
  ['a page of this site', { 'Sec-Fetch-Site': 'same-origin' }, 201],
])('the session cookie is taken or left by where a request comes from: %s', async (_, headers, status) => {
  const { email } = await somebody('editor')
  const { token } = await signIn(email, password)
  expect((await createTag({ Cookie: `terbit-token=${token}`, ...headers })).status).toBe(status)
})

test('the session cookie and its token end with signing out', async () => {
  const { email } = await somebody()
  const session = await signIn(email, password)
  await rest('POST', '/users/logout', { as: session })
  expect(await me(session)).toBeNull()
})

test('a token of another secret, or of none, signs nobody in', async () => {
  const { email } = await somebody('admin')
  const { token } = await signIn(email, password)
  const [head = '', body = '', signature = ''] = token.split('.')
  const unsigned = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url')
  for (const forged of [`${head}.${body}.${signature.slice(2)}AA`, `${unsigned}.${body}.`, 'x'])
    expect(await me({ token: forged })).toBeNull()
})

test('a user who is deactivated is signed out everywhere at once', async () => {
  const { email, id } = await somebody('editor')
  const sessions = [await signIn(email, password), await signIn(email, password)]
  const admin = await signIn((await somebody('admin')).email, password)
  const answer = await rest('PATCH', `/users/${id}`, { as: admin, body: { deactivated: true } })
  expect(answer.status).toBe(200)
  for (const session of sessions) {
    expect(await me(session)).toBeNull()
    expect((await createTag({ Authorization: `JWT ${session.token}` })).status).toBe(403)
    expect((await rest('POST', '/users/refresh-token', { as: session })).status).toBe(403)
  }
})

test('a deactivated user cannot sign in, and is told so in the language of who asks', async () => {
  const { email, id } = await somebody()
  await terbit.payload.update({ collection: 'users', id, data: { deactivated: true } })
  const [indonesian, english] = [await logIn(email, 'id'), await logIn(email, 'en')]
  expect([indonesian.status, indonesian.json.errors?.[0]?.message]).toEqual([
    403,
    'Akun ini sudah dinonaktifkan. Hubungi administrator.',
  ])
  expect([english.status, english.json.errors?.[0]?.message]).toEqual([
    403,
    'This account has been deactivated. Ask an administrator.',
  ])
})

test('who does not know the password is not told that a user is deactivated', async () => {
  const { email, id } = await somebody()
  await terbit.payload.update({ collection: 'users', id, data: { deactivated: true } })
  const answer = await rest('POST', '/users/login', { body: { email, password: 'guessed wrongly' } })
  expect(answer.status).toBe(401)
})

test('an admin may let a deactivated user in again', async () => {
  const { email, id } = await somebody()
  const admin = await signIn((await somebody('admin')).email, password)
  for (const deactivated of [true, false])
    await rest('PATCH', `/users/${id}`, { as: admin, body: { deactivated } })
  expect((await logIn(email)).status).toBe(200)
})

test('the last admin is never deactivated', async () => {
  await terbit.payload
    .update({
      collection: 'users',
      where: { role: { equals: 'admin' } },
      data: { role: 'editor' },
    })
    .catch(() => undefined)
  const { docs } = await terbit.payload.find({ collection: 'users', where: { role: { equals: 'admin' } } })
  for (const { id } of docs) await terbit.payload.delete({ collection: 'users', id })
  const last = await somebody('admin')
  const session = await signIn(last.email, password)
  for (const body of [{ deactivated: true }, { role: 'editor' }])
    expect((await rest('PATCH', `/users/${last.id}`, { as: session, body })).status).toBe(400)
  expect((await rest('DELETE', `/users/${last.id}`, { as: session })).status).toBe(403)
  await somebody('admin')
  expect((await rest('PATCH', `/users/${last.id}`, { as: session, body: { role: 'editor' } })).status).toBe(
    200,
  )
})

test('a user does not raise their own role, languages, byline or activity', async () => {
  const { email, id } = await somebody('translator')
  const session = await signIn(email, password)
  const byline = await terbit.payload.create({
    collection: 'authors',
    data: { name: 'Sari', slug: randomUUID() },
  })
  const body = { role: 'admin', locales: ['id', 'en'], author: byline.id, name: 'Changed' }
  await rest('PATCH', `/users/${id}`, { as: session, body })
  const user = await terbit.payload.findByID({ collection: 'users', id, depth: 0 })
  expect(user).toMatchObject({ role: 'translator', locales: [], author: null, name: 'Changed' })
})

test('a user has the rights of now, not those of when they signed in', async () => {
  const { email, id } = await somebody('editor')
  const session = await signIn(email, password)
  await terbit.payload.update({ collection: 'users', id, data: { role: 'author' } })
  expect((await createTag({ Authorization: `JWT ${session.token}` })).status).toBe(403)
})
