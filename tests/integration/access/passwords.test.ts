import { pbkdf2Sync, randomUUID } from 'node:crypto'
import { beforeEach, expect, test, vi } from 'vitest'
import { query, sql } from '@/database/query'
import { consoleMail } from '@/security/console-mail'
import { withPayload } from '../../support/postgres/payload'
import { rest, signIn } from '../../support/product/rest'

const terbit = withPayload()
const password = 'kopi tubruk panas'
const newPassword = 'teh manis dingin'
let printed: string

beforeEach(() => {
  terbit.payload.logger.level = 'silent'
  printed = ''
  terbit.payload.email = consoleMail((text) => {
    printed += text
  })({ payload: terbit.payload })
})

async function somebody(more: object = {}) {
  const email = `${randomUUID()}@example.org`
  const data = { name: 'Dewi', email, password, role: 'author' as const, ...more }
  const { id } = await terbit.payload.create({ collection: 'users', data })
  return { id, email }
}

const logIn = (email: string, word: string, language = 'en') =>
  rest('POST', '/users/login', { body: { email, password: word }, headers: { 'Accept-Language': language } })

const askForLink = (email: string, language = 'en') =>
  rest('POST', '/users/forgot-password', { body: { email }, headers: { 'Accept-Language': language } })

/** Asks for the link and waits for the mail, which goes out after the answer. */
async function forget(email: string, language = 'en') {
  const answer = await askForLink(email, language)
  await vi.waitFor(() => expect(printedToken()).not.toBe(''), { timeout: 10_000 })
  return answer
}

const printedToken = () => /http:\/\/127\.0\.0\.1\/admin\/reset\/(\w+)/.exec(printed)?.[1] ?? ''

const reset = (token: string, word: string) =>
  rest('POST', '/users/reset-password', { body: { token, password: word } })

test('a user changes their own password', async () => {
  const { email, id } = await somebody()
  const session = await signIn(email, password)
  expect((await rest('PATCH', `/users/${id}`, { as: session, body: { password: newPassword } })).status).toBe(
    200,
  )
  expect((await logIn(email, newPassword)).status).toBe(200)
  expect((await logIn(email, password)).status).toBe(401)
})

test('a user does not change the password of another', async () => {
  const [mine, theirs] = [await somebody(), await somebody()]
  const session = await signIn(mine.email, password)
  const answer = await rest('PATCH', `/users/${theirs.id}`, {
    as: session,
    body: { password: newPassword },
  })
  expect(answer.status).toBe(403)
  expect((await logIn(theirs.email, password)).status).toBe(200)
})

test('a password has twelve characters at least, and the refusal says so in the language of who asks', async () => {
  const { email, id } = await somebody()
  const session = await signIn(email, password)
  const short = (language: string) =>
    rest('PATCH', `/users/${id}`, {
      as: session,
      body: { password: 'sebelas-abc' },
      headers: { 'Accept-Language': language },
    })
  const answers = [await short('id'), await short('en')]
  expect(answers.map(({ status }) => status)).toEqual([400, 400])
  expect(answers[0]?.text).toContain('paling sedikit 12 karakter')
  expect(answers[1]?.text).toContain('at least 12 characters')
  expect((await logIn(email, password)).status).toBe(200)
})

test.each([
  'password1234',
  'P@ssw0rd1234',
  'qwertyuiop12',
  'aaaaaaaaaaaaaaaa',
  'rahasia123456',
  'dewi-dewi-dewi',
])('a password is not %s, which is guessed first', async (common) => {
  const { email, id } = await somebody()
  const session = await signIn(email, password)
  const answer = await rest('PATCH', `/users/${id}`, {
    as: session,
    body: { password: common },
    headers: { 'Accept-Language': 'en' },
  })
  expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('guessed first')])
  await expect(somebody({ password: common })).rejects.toThrow()
})

test('a password that was chosen before the rules stays valid', async () => {
  const { email, id } = await somebody()
  const [salt, hash] = ['ab', pbkdf2Sync('pendek', 'ab', 600_000, 32, 'sha256').toString('hex')]
  await query(
    terbit.payload,
    sql`update users set salt = ${salt}, hash = ${`pbkdf2-sha256-v1:${hash}`} where id = ${id}`,
  )
  expect((await logIn(email, 'pendek')).status).toBe(200)
  const session = await signIn(email, 'pendek')
  expect((await rest('PATCH', `/users/${id}`, { as: session, body: { name: 'Sari' } })).status).toBe(200)
})

test('a user can neither set a password as a hash nor give themselves a session', async () => {
  const { email, id } = await somebody()
  const session = await signIn(email, password)
  const kept = () =>
    query(terbit.payload, sql`select hash, salt, reset_password_token from users where id = ${id}`)
  const before = await kept()
  const data = { hash: 'ab', salt: 'cd', sessions: [], resetPasswordToken: 'known', loginAttempts: 9 }
  await rest('PATCH', `/users/${id}`, { as: session, body: data })
  expect(await kept()).toEqual(before)
  expect((await reset('known', newPassword)).status).toBe(403)
  expect((await logIn(email, password)).status).toBe(200)
})

test('a forgotten password is set anew by the link, which is printed where no mail is configured', async () => {
  const { email } = await somebody()
  await forget(email)
  expect(printed).toContain(email)
  expect(printed).toContain('A new password for Terbit')
  expect((await reset(printedToken(), newPassword)).status).toBe(200)
  expect((await logIn(email, newPassword)).status).toBe(200)
  expect((await logIn(email, password)).status).toBe(401)
})

test('the mail about a forgotten password is in the language of who asks', async () => {
  const { email } = await somebody()
  await forget(email, 'id')
  expect(printed).toContain('Kata sandi baru untuk Terbit')
})

test('setting a forgotten password anew ends every session', async () => {
  const { email } = await somebody()
  const session = await signIn(email, password)
  await forget(email)
  await reset(printedToken(), newPassword)
  expect((await rest('GET', '/users/me', { as: session })).json.user).toBeNull()
})

test('one link sets a forgotten password anew once', async () => {
  const { email } = await somebody()
  await forget(email)
  const token = printedToken()
  await reset(token, newPassword)
  expect((await reset(token, 'jamu kunyit asam')).status).toBe(403)
  expect((await logIn(email, newPassword)).status).toBe(200)
})

test('a link of two hours ago sets no password anew', async () => {
  const { email, id } = await somebody()
  await forget(email)
  const token = printedToken()
  const resetPasswordExpiration = new Date(Date.now() - 1).toISOString()
  await terbit.payload.db.updateOne({ collection: 'users', id, data: { resetPasswordExpiration } })
  expect((await reset(token, newPassword)).status).toBe(403)
})

test('a password that is set anew has twelve characters at least, and the link outlives a refusal', async () => {
  const { email } = await somebody()
  await forget(email)
  const token = printedToken()
  expect((await reset(token, 'sebelas-abc')).status).toBe(400)
  expect((await reset(token, newPassword)).status).toBe(200)
})

test('a forgotten password does not bring back a user who was deactivated', async () => {
  const { email, id } = await somebody()
  await forget(email)
  const token = printedToken()
  await terbit.payload.update({ collection: 'users', id, data: { deactivated: true } })
  const answer = await reset(token, newPassword)
  expect(answer.status).toBe(403)
  expect(answer.json.token).toBeUndefined()
})

test('a forgotten password is answered alike for an email that nobody has', async () => {
  const { email } = await somebody()
  const [known, unknown] = [await forget(email), await askForLink('nobody@example.org')]
  expect([unknown.status, unknown.text]).toEqual([known.status, known.text])
})

test('the answer to a forgotten password holds no token', async () => {
  const { email } = await somebody()
  const answer = await forget(email)
  expect(answer.text).not.toContain(printedToken())
})
