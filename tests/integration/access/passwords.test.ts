import { pbkdf2Sync, randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
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

describe('a password', () => {
  test('is changed by whose it is', async () => {
    const { email, id } = await somebody()
    const session = await signIn(email, password)
    expect(
      (await rest('PATCH', `/users/${id}`, { as: session, body: { password: newPassword } })).status,
    ).toBe(200)
    expect((await logIn(email, newPassword)).status).toBe(200)
    expect((await logIn(email, password)).status).toBe(401)
  })

  test('is not changed by another', async () => {
    const [mine, theirs] = [await somebody(), await somebody()]
    const session = await signIn(mine.email, password)
    const answer = await rest('PATCH', `/users/${theirs.id}`, {
      as: session,
      body: { password: newPassword },
    })
    expect(answer.status).toBe(403)
    expect((await logIn(theirs.email, password)).status).toBe(200)
  })

  test('has twelve characters at least, and the refusal says so in the language of who asks', async () => {
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
  ])('is not %s, which is guessed first', async (common) => {
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

  test('that was chosen before the rules stays valid', async () => {
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

  test('cannot be set as a hash, nor a session given to oneself', async () => {
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
})

describe('a forgotten password', () => {
  test('is set anew by the link, which is printed where no mail is configured', async () => {
    const { email } = await somebody()
    await forget(email)
    expect(printed).toContain(email)
    expect(printed).toContain('A new password for Terbit')
    expect((await reset(printedToken(), newPassword)).status).toBe(200)
    expect((await logIn(email, newPassword)).status).toBe(200)
    expect((await logIn(email, password)).status).toBe(401)
  })

  test('is written of in the language of who asks', async () => {
    const { email } = await somebody()
    await forget(email, 'id')
    expect(printed).toContain('Kata sandi baru untuk Terbit')
  })

  test('ends every session', async () => {
    const { email } = await somebody()
    const session = await signIn(email, password)
    await forget(email)
    await reset(printedToken(), newPassword)
    expect((await rest('GET', '/users/me', { as: session })).json.user).toBeNull()
  })

  test('is set anew once with one link', async () => {
    const { email } = await somebody()
    await forget(email)
    const token = printedToken()
    await reset(token, newPassword)
    expect((await reset(token, 'jamu kunyit asam')).status).toBe(403)
    expect((await logIn(email, newPassword)).status).toBe(200)
  })

  test('is not set anew by a link of two hours ago', async () => {
    const { email, id } = await somebody()
    await forget(email)
    const token = printedToken()
    const resetPasswordExpiration = new Date(Date.now() - 1).toISOString()
    await terbit.payload.db.updateOne({ collection: 'users', id, data: { resetPasswordExpiration } })
    expect((await reset(token, newPassword)).status).toBe(403)
  })

  test('needs twelve characters here too, and the link keeps', async () => {
    const { email } = await somebody()
    await forget(email)
    const token = printedToken()
    expect((await reset(token, 'sebelas-abc')).status).toBe(400)
    expect((await reset(token, newPassword)).status).toBe(200)
  })

  test('does not bring back who was deactivated', async () => {
    const { email, id } = await somebody()
    await forget(email)
    const token = printedToken()
    await terbit.payload.update({ collection: 'users', id, data: { deactivated: true } })
    const answer = await reset(token, newPassword)
    expect(answer.status).toBe(403)
    expect(answer.json.token).toBeUndefined()
  })

  test('is answered alike for an email that nobody has', async () => {
    const { email } = await somebody()
    const [known, unknown] = [await forget(email), await askForLink('nobody@example.org')]
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text])
  })

  test('sends no token back', async () => {
    const { email } = await somebody()
    const answer = await forget(email)
    expect(answer.text).not.toContain(printedToken())
  })
})
