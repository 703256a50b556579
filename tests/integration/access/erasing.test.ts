import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { query, sql } from '@/database/query'
import { childEnvironment } from '@/env'
import { userCommand } from '@/security/people/command-about-user'
import { eraseUser } from '@/security/people/erase-user'
import { withPayload } from '../../support/postgres/payload'
import { rest, signIn } from '../../support/product/rest'
import { bodyOf } from '../../support/samples/bodies'

const terbit = withPayload()
const password = 'kopi tubruk panas'
let number = 0

beforeEach(() => {
  terbit.payload.logger.level = 'silent'
})

/** An author with work, versions, a lock, settings and a byline, whose name and mail stand nowhere else. */
async function somebodyWithWork() {
  const word = `Wirawati${++number}x`
  const email = `${word.toLowerCase()}@example.org`
  const byline = await terbit.payload.create({
    collection: 'authors',
    locale: 'id',
    data: { name: word, slug: word.toLowerCase(), title: `Redaktur ${word}`, biography: `${word} menulis.` },
  })
  await terbit.payload.update({
    collection: 'authors',
    id: byline.id,
    locale: 'en',
    data: { biography: `${word} writes.` },
  })
  const { id } = await terbit.payload.create({
    collection: 'users',
    data: { name: word, email, password, role: 'author', author: byline.id },
  })
  const session = await signIn(email, password)
  const body = {
    title: `Karya ${number}`,
    slug: `karya-${number}`,
    body: bodyOf('Isi.'),
    _status: 'published',
  }
  const made = await rest('POST', '/articles', { as: session, locale: 'id', body })
  const article = String(made.json.doc?.id)
  await rest('PATCH', `/articles/${article}`, {
    as: session,
    locale: 'id',
    body: { title: `Karya ${number} lagi` },
  })
  await rest('POST', '/payload-preferences/kunci', { as: session, body: { value: { of: email } } })
  await rest('POST', '/payload-locked-documents', {
    as: session,
    body: { document: { relationTo: 'articles', value: article }, user: { relationTo: 'users', value: id } },
  })
  await rest('POST', '/users/second-factor', { as: session, body: {} })
  return { id, email, word, article, byline: byline.id, session }
}

/** Returns the tables that have a row with this text in any of their columns. */
async function tablesWith(word: string): Promise<string[]> {
  const tables = await query<{ name: string }>(
    terbit.payload,
    sql`select table_name as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await query(
      terbit.payload,
      sql`select 1 from ${sql.identifier(name)} as one where one::text ilike ${`%${word}%`} limit 1`,
    )
    if (rows.length > 0) found.push(name)
  }
  return found.sort()
}

async function run(command: string, args: string[]) {
  const child = spawn('node_modules/.bin/tsx', [`src/security/users-${command}-command.ts`, ...args], {
    env: childEnvironment(),
  })
  const [out, error, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.on('close', resolve)),
  ])
  return { code, out, error }
}

describe('a user who is erased', () => {
  test('a user who is erased is named nowhere any more, and their work stays online', async () => {
    const { article, email, id, word } = await somebodyWithWork()
    expect(await tablesWith(word)).toEqual(expect.arrayContaining(['_authors_v', 'authors', 'users']))
    await eraseUser(terbit.payload, id, { byline: true })
    expect(await tablesWith(word)).toEqual([])
    expect(await tablesWith(email)).toEqual([])
    const kept = await rest('GET', `/articles/${article}`, { locale: 'id', query: 'depth=1' })
    expect(kept.json).toMatchObject({
      title: `Karya ${number}`,
      authors: [{ name: 'Penulis terdahulu' }],
    })
    expect(await query(terbit.payload, sql`select 1 from payload_locked_documents`)).toEqual([])
    expect(await query(terbit.payload, sql`select 1 from second_factors where user_id = ${id}`)).toEqual([])
  })

  test('a user who is erased keeps the byline of their work, unless that is to go too', async () => {
    const { article, email, id, session, word } = await somebodyWithWork()
    await eraseUser(terbit.payload, id, { byline: false })
    expect(await tablesWith(email)).toEqual([])
    expect((await tablesWith(word)).filter((name) => !name.includes('authors'))).toEqual([])
    const { json } = await rest('GET', `/articles/${article}`, { locale: 'id', query: 'depth=1' })
    expect(json).toMatchObject({ authors: [{ name: word }] })
    expect((await rest('GET', '/users/me', { as: session })).json.user).toBeNull()
  })

  test('a user who is erased is never the last active admin', async () => {
    await query(terbit.payload, sql`delete from users where role = 'admin'`)
    const { id } = await terbit.payload.create({
      collection: 'users',
      data: { name: 'Sari', email: 'sari@example.org', password, role: 'admin' },
    })
    await expect(eraseUser(terbit.payload, id, { byline: false })).rejects.toThrow()
    expect((await signIn('sari@example.org', password)).token).toBeTruthy()
  })
})

describe('what is kept about a user', () => {
  test('what is kept about a user is exported to them, without secrets', async () => {
    const { article, email, id, session, word } = await somebodyWithWork()
    const { headers, json, text: body } = await rest('GET', `/users/${id}/export`, { as: session })
    expect(headers.get('Content-Disposition')).toContain('attachment')
    expect(json).toMatchObject({
      account: { email, name: word },
      byline: { name: word },
      articles: [{ id: article, begun: true, titles: { id: `Karya ${number}` } }],
    })
    expect(json.sessions).toHaveLength(1)
    expect(json.settings).toEqual([expect.objectContaining({ key: 'kunci' })])
    expect(body).not.toMatch(/pbkdf2|"(hash|salt|secret|resetPasswordToken)"/)
  })
})

describe('the commands', () => {
  test('the commands erase a user by their email', async () => {
    const { email, id } = await somebodyWithWork()
    const erased = await run('erase', ['--email', email.toUpperCase(), '--byline'])
    expect([erased.code, erased.out]).toEqual([0, `Erased ${email}. Their work stays.\n`])
    expect(await query(terbit.payload, sql`select 1 from users where id = ${id}`)).toEqual([])
  })

  test('the commands take a second factor off, and end the sessions', async () => {
    const { email, id, session } = await somebodyWithWork()
    const off = await run('totp-off', ['--email', email])
    expect([off.code, off.out]).toEqual([
      0,
      `Took the second factor off ${email}, and ended their sessions.\n`,
    ])
    expect(await query(terbit.payload, sql`select 1 from second_factors where user_id = ${id}`)).toEqual([])
    expect((await rest('GET', '/users/me', { as: session })).json.user).toBeNull()
  })

  test('the commands refuse other options, and an email that nobody has', async () => {
    const stop = vi.fn(async () => undefined)
    const command = { boot: async () => ({ payload: terbit.payload, stop }), work: async () => 'done' }
    await expect(userCommand(['--mail', 'x'], command)).rejects.toThrow("Unknown option '--mail'")
    await expect(userCommand([], command)).rejects.toThrow('--email: expected the address of a user')
    expect(stop).not.toHaveBeenCalled()
    await expect(userCommand(['--email', 'nobody@example.org'], command)).rejects.toThrow('There is no user')
    expect(stop).toHaveBeenCalledOnce()
  })
})
