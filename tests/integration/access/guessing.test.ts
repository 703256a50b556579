import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { query, sql } from '@/database/query'
import { clientAddressHeader } from '@/security/client-address'
import { consoleMail } from '@/security/console-mail'
import { followSetUpLink } from '@/security/set-up-link'
import { type Budget, takeAttempts } from '@/security/sign-in/attempts'
import { networkOf } from '@/security/sign-in/network'
import { withPayload } from '../../support/postgres/payload'
import { type Answer, rest, signIn } from '../../support/product/rest'

const terbit = withPayload()
const password = 'kopi tubruk panas'
let printed: string
let addresses = 0

/** An address that nothing has come from yet. */
const newAddress = () => `2001:db8:0:${(++addresses).toString(16)}::1`

beforeEach(() => {
  terbit.payload.logger.level = 'silent'
  printed = ''
  terbit.payload.email = consoleMail((text) => {
    printed += text
  })({ payload: terbit.payload })
})

async function somebody(role: 'author' | 'admin' = 'author') {
  const email = `${randomUUID()}@example.org`
  const { id } = await terbit.payload.create({
    collection: 'users',
    data: { name: 'Dewi', email, password, role },
  })
  return { id, email }
}

type From = { address?: string; browser?: string; language?: string }

const headersOf = ({ address = newAddress(), browser, language = 'en' }: From) => ({
  [clientAddressHeader]: address,
  'Accept-Language': language,
  ...(browser ? { Cookie: `terbit-browser=${browser}` } : {}),
})

const logIn = (email: string, word: string, from: From = {}) =>
  rest('POST', '/users/login', { body: { email, password: word }, headers: headersOf(from) })

const forget = (email: string, from: From = {}) =>
  rest('POST', '/users/forgot-password', { body: { email }, headers: headersOf(from) })

const browserIn = ({ headers }: Answer) =>
  /terbit-browser=([\w-]+)/.exec(headers.get('Set-Cookie') ?? '')?.[1] ?? ''

async function statuses(count: number, ask: (number: number) => Promise<Answer>): Promise<number[]> {
  const found: number[] = []
  for (let number = 0; number < count; number++) found.push((await ask(number)).status)
  return found
}

/** Uses attempts up without guessing, for checking a password takes a third of a second. */
async function useUp(budget: Budget, of: string, count: number): Promise<void> {
  for (let n = 0; n < count; n++) await takeAttempts(terbit.payload, [{ budget, of }])
}

const times = (count: number, status: number) => Array<number>(count).fill(status)

describe('guesses at a password', () => {
  test('guesses at a password end after ten from one address, with the time to wait in the language of who asks', async () => {
    const { email } = await somebody()
    const address = newAddress()
    expect(await statuses(11, (n) => logIn(email, `guess ${n}`, { address }))).toEqual([
      ...times(10, 401),
      429,
    ])
    const [english, indonesian] = [
      await logIn(email, password, { address }),
      await logIn(email, password, { address, language: 'id' }),
    ]
    expect([english.status, indonesian.status]).toEqual([429, 429])
    expect(Number(english.headers.get('Retry-After'))).toBeGreaterThan(800)
    expect(english.json.errors?.[0]?.message).toBe('Too many attempts. Try again in 15 min.')
    expect(indonesian.json.errors?.[0]?.message).toBe('Terlalu banyak percobaan. Coba lagi dalam 15 menit.')
  })

  test('guesses at a password made at once are not more', async () => {
    const { email } = await somebody()
    const address = newAddress()
    const answers = await Promise.all(
      Array.from({ length: 25 }, (_, n) => logIn(email, `guess ${n}`, { address })),
    )
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
  })

  test('guesses at a password from other addresses of the same network are the same stranger’s', async () => {
    const { email } = await somebody()
    await useUp('sign-in by account and address', `${email} 2001:db8:1:1`, 9)
    expect((await logIn(email, 'guess', { address: '2001:db8:1:1::1' })).status).toBe(401)
    expect((await logIn(email, password, { address: '2001:db8:1:1::ffff' })).status).toBe(429)
  })

  test('guesses at a password at many accounts end too', async () => {
    const address = newAddress()
    await useUp('sign-in by address', networkOf(address), 98)
    const found = await statuses(3, (n) => logIn(`nobody-${n}@example.org`, 'guess', { address }))
    expect(found).toEqual([401, 401, 429])
  })

  test('guesses at a password by strangers, however many, lock nobody out who has signed in with their browser before', async () => {
    const { email } = await somebody()
    const browser = browserIn(await logIn(email, password))
    await useUp('sign-in by account', email, 199)
    expect((await logIn(email, 'guess')).status).toBe(401)
    expect((await logIn(email, password)).status).toBe(429)
    expect((await logIn(email, password, { browser })).status).toBe(200)
    const admin = await signIn((await somebody('admin')).email, password)
    expect((await rest('POST', '/users/unlock', { as: admin, body: { email } })).status).toBe(200)
    expect((await logIn(email, password)).status).toBe(200)
  })

  test('guesses at a password with a browser that is known are ten as well, and spare no other account', async () => {
    const [mine, other] = [await somebody(), await somebody()]
    const browser = browserIn(await logIn(mine.email, password))
    await useUp('sign-in by browser', `${mine.email} ${browser}`, 9)
    expect(await statuses(2, (n) => logIn(mine.email, `guess ${n}`, { browser }))).toEqual([401, 429])
    const address = newAddress()
    await useUp('sign-in by account and address', `${other.email} ${networkOf(address)}`, 10)
    expect((await logIn(other.email, password, { browser, address })).status).toBe(429)
  })

  test('guesses at a password are not made by signing in', async () => {
    const { email } = await somebody()
    const address = newAddress()
    await useUp('sign-in by account and address', `${email} ${networkOf(address)}`, 9)
    expect(await statuses(3, () => logIn(email, password, { address }))).toEqual(times(3, 200))
  })

  test('guesses at a password leave no email or address in the database', async () => {
    const { email } = await somebody()
    const address = newAddress()
    await logIn(email, 'guess', { address })
    const rows = JSON.stringify(await query(terbit.payload, sql`select key from attempts`))
    expect(rows).not.toContain(email)
    expect(rows).not.toContain('2001')
  })
})

describe('who has an account', () => {
  test('who has an account is not told by the time that a refusal takes, nor by its words', async () => {
    const { email } = await somebody()
    const timed = async (asked: string) => {
      const start = performance.now()
      const { status, text } = await logIn(asked, 'guessed wrongly')
      return { milliseconds: performance.now() - start, answer: `${status} ${text}` }
    }
    const [known, unknown] = [[], []] as Awaited<ReturnType<typeof timed>>[][]
    for (let n = 0; n < 7; n++) {
      known?.push(await timed(email))
      unknown?.push(await timed('nobody@example.org'))
    }
    // The quickest of seven: whatever else the machine does only makes an answer slower.
    const quickest = (all: typeof known = []) => Math.min(...all.map((one) => one.milliseconds))
    expect(new Set([...(known ?? []), ...(unknown ?? [])].map(({ answer }) => answer)).size).toBe(1)
    const ratio = quickest(known) / quickest(unknown)
    expect(ratio).toBeGreaterThan(0.4)
    expect(ratio).toBeLessThan(2.5)
  })

  test('who has an account is not told by the time that a forgotten password takes', async () => {
    const { email } = await somebody()
    let release = () => {}
    const slow = new Promise<void>((resolve) => {
      release = resolve
    })
    terbit.payload.email.sendEmail = () => slow
    const answer = await forget(email)
    release()
    expect(answer.status).toBe(200)
    expect(answer.text).toBe((await forget('nobody@example.org')).text)
  })
})

describe('asking for a new password', () => {
  test('asking for a new password ends after five times from one address, for an email that nobody has too', async () => {
    const { email } = await somebody()
    for (const asked of [email, `${randomUUID()}@example.org`]) {
      const address = newAddress()
      expect(await statuses(6, () => forget(asked, { address }))).toEqual([...times(5, 200), 429])
    }
  })

  test('asking for a new password is not ended by strangers for a browser that is known', async () => {
    const { email } = await somebody()
    const browser = browserIn(await logIn(email, password))
    expect((await statuses(21, () => forget(email))).at(-1)).toBe(429)
    expect((await forget(email, { browser })).status).toBe(200)
  })
})

test('tokens of links are not tried at will', async () => {
  const address = newAddress()
  const reset = (n: number) =>
    rest('POST', '/users/reset-password', {
      body: { token: `guess ${n}`, password },
      headers: { [clientAddressHeader]: address },
    })
  expect(await statuses(31, reset)).toEqual([...times(30, 403), 429])
  const network = networkOf(newAddress())
  const follow = (url: string) =>
    followSetUpLink({ network, payload: terbit.payload, siteUrl: 'http://127.0.0.1', url })
  const followed: number[] = []
  for (let n = 0; n < 31; n++) followed.push((await follow(`http://127.0.0.1/setup?token=guess-${n}`)).status)
  expect(followed).toEqual([...times(30, 403), 429])
  const register = (n: number) =>
    rest('POST', '/users/first-register', {
      body: { email: 'a@example.org', password, name: 'A' },
      headers: { [clientAddressHeader]: address, Cookie: `terbit-setup=guess-${n}` },
    })
  expect(await statuses(31, register)).toEqual([...times(30, 403), 429])
})

describe('a sign-in', () => {
  const told = () => printed.split('A new browser signed in').length - 1

  test('a sign-in with a browser not seen before is told by mail, with its name and from where', async () => {
    const { email } = await somebody()
    const from = {
      ...headersOf({ address: '192.0.2.7' }),
      'User-Agent': 'Mozilla/5.0 (X11; Linux) Firefox/150.0<b>',
    }
    const first = await rest('POST', '/users/login', { body: { email, password }, headers: from })
    await vi.waitFor(() => expect(told()).toBe(1))
    expect(printed).toContain(`${email}: A new browser signed in to Terbit`)
    expect(printed).toContain('Firefox, Linux, from 192.0.2.7')
    await logIn(email, password, { browser: browserIn(first) })
    await logIn(email, password)
    await vi.waitFor(() => expect(told()).toBe(2))
  })

  test('a sign-in is told in the language of the panel that the user had before', async () => {
    const { email } = await somebody()
    const browser = browserIn(await logIn(email, password, { language: 'id' }))
    await logIn(email, password, { language: 'id', browser })
    printed = ''
    await logIn(email, password, { language: 'en' })
    await vi.waitFor(() => expect(printed).toContain('Ada peramban baru yang masuk ke Terbit'))
  })

  test('a sign-in gives a cookie that scripts and other sites cannot read', async () => {
    const { email } = await somebody()
    const cookie = (await logIn(email, password)).headers.get('Set-Cookie') ?? ''
    expect(cookie).toMatch(/terbit-browser=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax/)
  })

  test('a sign-in after a new password makes every other browser a stranger’s', async () => {
    const { email } = await somebody()
    const browser = browserIn(await logIn(email, password))
    await forget(email)
    await vi.waitFor(() => expect(printed).toContain('/admin/reset/'))
    const token = /\/admin\/reset\/(\w+)/.exec(printed)?.[1]
    const body = { token, password: 'teh manis dingin' }
    const answer = await rest('POST', '/users/reset-password', { body, headers: headersOf({}) })
    expect(answer.status).toBe(200)
    printed = ''
    await logIn(email, 'teh manis dingin', { browser })
    await logIn(email, 'teh manis dingin', { browser: browserIn(answer) })
    await vi.waitFor(() => expect(told()).toBe(1))
  })
})
