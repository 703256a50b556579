import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '@/access/roles'
import { clientAddressHeader } from '@/security/client-address'
import type { ListedSession } from '@/security/sessions/endpoints'
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
  return { id, email, session: await signIn(email, password) }
}

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0'

async function another(email: string): Promise<Session> {
  const headers = { 'User-Agent': firefox, [clientAddressHeader]: '192.0.2.9' }
  const { json } = await rest('POST', '/users/login', { body: { email, password }, headers })
  return { token: String(json.token) }
}

const listed = async (id: string, as: Session) =>
  ((await rest('GET', `/users/${id}/sessions`, { as })).json.sessions ?? []) as ListedSession[]

const isSignedIn = async (as: Session) => (await rest('GET', '/users/me', { as })).json.user !== null

describe('sessions', () => {
  test('sessions are listed to their owner: with what browser, from where, since when, and which is this one', async () => {
    const { email, id, session } = await somebody()
    await another(email)
    const sessions = await listed(id, session)
    expect(sessions).toHaveLength(2)
    expect(sessions.find(({ current }) => !current)).toMatchObject({
      browser: 'Firefox, Linux',
      address: '192.0.2.9',
    })
    const [first] = sessions
    expect(Math.abs(Date.parse(first?.since ?? '') - Date.now())).toBeLessThan(60_000)
  })

  test('sessions are ended one by one, or all but this one', async () => {
    const { email, id, session } = await somebody()
    const [one, two] = [await another(email), await another(email)]
    const [other] = (await listed(id, one)).filter(({ current }) => current)
    expect((await rest('DELETE', `/users/${id}/sessions/${other?.id}`, { as: session })).status).toBe(200)
    expect([await isSignedIn(session), await isSignedIn(one), await isSignedIn(two)]).toEqual([
      true,
      false,
      true,
    ])
    expect((await rest('DELETE', `/users/${id}/sessions`, { as: session })).json.ended).toBe(1)
    expect([await isSignedIn(session), await isSignedIn(two)]).toEqual([true, false])
  })

  test('sessions of others are nobody’s but an admin’s', async () => {
    const [mine, other, admin] = [await somebody('editor'), await somebody(), await somebody('admin')]
    const [session] = await listed(other.id, other.session)
    for (const [method, path] of [
      ['GET', `/users/${other.id}/sessions`],
      ['DELETE', `/users/${other.id}/sessions`],
      ['DELETE', `/users/${other.id}/sessions/${session?.id}`],
      ['GET', "/users/x' or true/sessions"],
    ] as const)
      expect((await rest(method, path, { as: mine.session })).status).toBe(403)
    // A session's id does not end it under another user's name.
    expect(
      (await rest('DELETE', `/users/${mine.id}/sessions/${session?.id}`, { as: mine.session })).status,
    ).toBe(404)
    expect(await isSignedIn(other.session)).toBe(true)
    expect(await listed(other.id, admin.session)).toHaveLength(1)
    await rest('DELETE', `/users/${other.id}/sessions`, { as: admin.session })
    expect(await isSignedIn(other.session)).toBe(false)
  })
})
