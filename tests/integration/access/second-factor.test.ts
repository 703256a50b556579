import { randomUUID } from 'node:crypto'
import { TOTP } from 'otpauth'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Role } from '@/access/roles'
import { query, sql } from '@/database/query'
import { clientAddressHeader } from '@/security/client-address'
import { consoleMail } from '@/security/console-mail'
import { withPayload } from '../../support/postgres/payload'
import { type Answer, rest, type Session, signIn } from '../../support/product/rest'

const terbit = withPayload()
const password = 'kopi tubruk panas'
let printed: string
let addresses = 0

beforeEach(async () => {
  terbit.payload.logger.level = 'silent'
  printed = ''
  terbit.payload.email = consoleMail((text) => {
    printed += text
  })({ payload: terbit.payload })
  await query(terbit.payload, sql`delete from site_second_factor_roles`)
})

async function somebody(role: Role = 'author') {
  const email = `${randomUUID()}@example.org`
  const { id } = await terbit.payload.create({
    collection: 'users',
    data: { name: 'Dewi', email, password, role },
  })
  return { id, email }
}

const logIn = (email: string, code?: string, word = password) =>
  rest('POST', '/users/login', {
    body: { email, password: word, ...(code === undefined ? {} : { code }) },
    headers: { [clientAddressHeader]: `2001:db8:1:${(++addresses).toString(16)}::1` },
  })

const reasonOf = ({ json }: Answer) =>
  (json.errors?.[0] as { data?: { reason?: string } } | undefined)?.data?.reason

/** The code of an app at this moment, or some steps of 30 seconds later. */
const codeOf = (secret: string, later = 0) =>
  new TOTP({ secret }).generate({ timestamp: Date.now() + later * 30_000 })

const wrongFor = (secret: string) => {
  const right = [-1, 0, 1, 2].map((later) => codeOf(secret, later))
  return ['000000', '111111', '222222', '333333', '444444'].find((code) => !right.includes(code)) ?? '555555'
}

async function setUp(session: Session) {
  const begun = await rest('POST', '/users/second-factor', { as: session, body: {} })
  const secret = String(begun.json.secret)
  const confirmed = await rest('POST', '/users/second-factor/confirm', {
    as: session,
    body: { code: codeOf(secret) },
  })
  return { begun, confirmed, secret, recoveryCodes: (confirmed.json.recoveryCodes ?? []) as string[] }
}

async function withSecondFactor(role: Role = 'author') {
  const { email, id } = await somebody(role)
  const session = await signIn(email, password)
  return { email, id, session, ...(await setUp(session)) }
}

const state = async (session: Session) => (await rest('GET', '/users/second-factor', { as: session })).json

async function demand(role: Role) {
  await terbit.payload.updateGlobal({ slug: 'site', data: { secondFactorRoles: [role] }, locale: 'id' })
}

describe('a second factor', () => {
  test('a second factor is set up with a picture made here, and asked for from then on', async () => {
    const { begun, confirmed, email, recoveryCodes, secret } = await withSecondFactor()
    expect(String(begun.json.picture)).toMatch(/^<svg /)
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(confirmed.status).toBe(200)
    expect(new Set(recoveryCodes).size).toBe(10)
    const without = await logIn(email)
    expect([without.status, reasonOf(without), without.json.token]).toEqual([401, 'second-factor', undefined])
    expect(without.headers.get('Set-Cookie')).toBeNull()
    const wrong = await logIn(email, wrongFor(secret))
    expect([wrong.status, reasonOf(wrong)]).toEqual([401, 'second-factor-wrong'])
    const right = await logIn(email, codeOf(secret, 1))
    expect([right.status, typeof right.json.token]).toEqual([200, 'string'])
  })

  test('a second factor leaves no session behind where the code was missing or wrong', async () => {
    const { email, id, secret } = await withSecondFactor()
    const sessions = () => query(terbit.payload, sql`select id from users_sessions where _parent_id = ${id}`)
    const before = await sessions()
    await logIn(email)
    await logIn(email, wrongFor(secret))
    expect(await sessions()).toEqual(before)
  })

  test('a second factor is not told to somebody who does not know the password', async () => {
    const { email, secret } = await withSecondFactor()
    const answer = await logIn(email, codeOf(secret, 1), 'guessed wrongly')
    expect([answer.status, reasonOf(answer)]).toEqual([401, undefined])
  })

  test('a second factor takes no code twice, not even at once', async () => {
    const { email, secret } = await withSecondFactor()
    const used = await logIn(email, codeOf(secret))
    expect(reasonOf(used)).toBe('second-factor-wrong')
    const code = codeOf(secret, 1)
    const answers = await Promise.all([logIn(email, code), logIn(email, code), logIn(email, code)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401])
  })

  test('a second factor takes each recovery code once', async () => {
    const { email, recoveryCodes } = await withSecondFactor()
    const [first = '', second = ''] = recoveryCodes
    const answers = [
      await logIn(email, first),
      await logIn(email, first),
      await logIn(email, second.toUpperCase()),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 401, 200])
    expect(await state({ token: String(answers[2]?.json.token) })).toMatchObject({
      on: true,
      recoveryCodesLeft: 8,
    })
  })

  test('a second factor takes no other’s code, and no secret that was not confirmed', async () => {
    const [mine, other] = [await withSecondFactor(), await withSecondFactor()]
    expect((await logIn(mine.email, codeOf(other.secret, 1))).status).toBe(401)
    expect((await logIn(mine.email, other.recoveryCodes[0])).status).toBe(401)
    const undecided = await somebody()
    const session = await signIn(undecided.email, password)
    await rest('POST', '/users/second-factor', { as: session, body: {} })
    expect((await logIn(undecided.email)).status).toBe(200)
  })

  test('a second factor is not begun anew by whoever holds a session, and taken off with a code alone', async () => {
    const { email, secret, session } = await withSecondFactor()
    expect((await rest('POST', '/users/second-factor', { as: session, body: {} })).status).toBe(409)
    const off = (code: string) => rest('POST', '/users/second-factor/off', { as: session, body: { code } })
    expect((await off(wrongFor(secret))).status).toBe(401)
    expect(await state(session)).toMatchObject({ on: true })
    expect((await off(codeOf(secret, 1))).status).toBe(200)
    expect(await state(session)).toEqual({ on: false, needed: false, recoveryCodesLeft: 0 })
    expect((await logIn(email)).status).toBe(200)
  })

  test('a second factor is not guessed: thirty codes a day', async () => {
    const { email, secret, session } = await withSecondFactor()
    const code = wrongFor(secret)
    const statuses: number[] = []
    for (let n = 0; n < 31; n++)
      statuses.push((await rest('POST', '/users/second-factor/off', { as: session, body: { code } })).status)
    expect(statuses).toEqual([...Array(30).fill(401), 429])
    expect((await logIn(email, codeOf(secret, 1))).status).toBe(429)
  })

  test('a second factor leaves its owner all thirty when a stranger without the password tries codes', async () => {
    const { email, secret, session } = await withSecondFactor()
    const code = wrongFor(secret)
    for (let n = 0; n < 29; n++)
      await rest('POST', '/users/second-factor/off', { as: session, body: { code } })
    expect((await logIn(email, code, 'guessed wrongly')).status).toBe(401)
    expect((await logIn(email, codeOf(secret, 1))).status).toBe(200)
  })

  test('a second factor shows its secret and recovery codes to no request, nor a copy of the database', async () => {
    const { id, recoveryCodes, secret } = await withSecondFactor()
    const admin = await signIn((await somebody('admin')).email, password)
    const { text } = await rest('GET', `/users/${id}`, { as: admin, query: 'depth=2&showHiddenFields=true' })
    const rows = JSON.stringify([
      await query(terbit.payload, sql`select * from second_factors`),
      await query(terbit.payload, sql`select * from recovery_codes`),
    ])
    for (const kept of [secret, ...recoveryCodes]) {
      expect(text).not.toContain(kept)
      expect(rows).not.toContain(kept)
    }
  })
})

describe('a new password by a link', () => {
  test('a new password by a link signs nobody in who has a second factor', async () => {
    const { email, id } = await withSecondFactor()
    await rest('POST', '/users/forgot-password', { body: { email } })
    await vi.waitFor(() => expect(printed).toContain('/admin/reset/'), { timeout: 10_000 })
    const token = /\/admin\/reset\/(\w+)/.exec(printed)?.[1]
    const answer = await rest('POST', '/users/reset-password', {
      body: { token, password: 'teh manis dingin' },
    })
    expect([answer.status, answer.json.token, answer.headers.get('Set-Cookie')]).toEqual([
      200,
      undefined,
      null,
    ])
    expect(await query(terbit.payload, sql`select 1 from users_sessions where _parent_id = ${id}`)).toEqual(
      [],
    )
    expect(reasonOf(await logIn(email, undefined, 'teh manis dingin'))).toBe('second-factor')
  })
})

describe('where the site demands a second factor of a role', () => {
  test('where the site demands a second factor of a role, it is set up while signing in, and not without', async () => {
    const { email } = await somebody('editor')
    await demand('editor')
    const offered = await logIn(email)
    expect([offered.status, reasonOf(offered), offered.json.token]).toEqual([
      401,
      'second-factor-enrolment',
      undefined,
    ])
    const [error] = (offered.json.errors ?? []) as unknown as { data: Record<string, string> }[]
    const { secret, picture } = error?.data ?? {}
    expect(picture).toMatch(/^<svg /)
    expect(reasonOf(await logIn(email, wrongFor(secret ?? '')))).toBe('second-factor-wrong')
    const answer = await logIn(email, codeOf(secret ?? ''))
    expect([answer.status, (answer.json.recoveryCodes as string[]).length]).toEqual([200, 10])
    expect(reasonOf(await logIn(email))).toBe('second-factor')
    const session = { token: String(answer.json.token) }
    const off = await rest('POST', '/users/second-factor/off', {
      as: session,
      body: { code: codeOf(secret ?? '', 1) },
    })
    expect(off.status).toBe(400)
  })

  test('where the site demands a second factor of a role, those without are signed out, and those with are not', async () => {
    const [without, other] = [await somebody('translator'), await somebody('author')]
    const sessions = [await signIn(without.email, password), await signIn(other.email, password)]
    const enrolled = await withSecondFactor('translator')
    await demand('translator')
    const users = await Promise.all(
      [...sessions, enrolled.session].map(
        async (as) => (await rest('GET', '/users/me', { as })).json.user?.email,
      ),
    )
    expect(users).toEqual([undefined, other.email, enrolled.email])
  })

  test('where the site demands a second factor of a role, an admin demands it of admins when they have theirs', async () => {
    const admin = await somebody('admin')
    const session = await signIn(admin.email, password)
    const write = () =>
      rest('POST', '/globals/site', { as: session, locale: 'id', body: { secondFactorRoles: ['admin'] } })
    expect((await write()).status).toBe(400)
    await setUp(session)
    expect((await write()).status).toBe(200)
    expect((await rest('GET', '/users/me', { as: session })).json.user?.email).toBe(admin.email)
  })

  test('where the site demands a second factor of a role, an editor demands nothing, and a visitor does not learn of whom it is demanded', async () => {
    const session = await signIn((await somebody('editor')).email, password)
    await rest('POST', '/globals/site', {
      as: session,
      locale: 'id',
      body: { secondFactorRoles: ['author'] },
    })
    const site = await terbit.payload.findGlobal({ slug: 'site', depth: 0 })
    expect(site.secondFactorRoles ?? []).toEqual([])
    expect((await rest('GET', '/globals/site', { locale: 'id' })).text).not.toContain('secondFactorRoles')
  })

  test('where the site demands a second factor of a role, whoever gets such a role is signed out', async () => {
    const { email, id } = await somebody('author')
    const session = await signIn(email, password)
    await demand('editor')
    await terbit.payload.update({ collection: 'users', id, data: { role: 'editor' } })
    expect((await rest('GET', '/users/me', { as: session })).json.user).toBeNull()
  })
})
