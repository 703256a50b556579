import { Client } from 'pg'
import { runningPostgresUrl } from '@/database/embedded/embedded'
import { hrefFor } from '@/site/hrefs'
import { Api } from '../../support/product/api'
import { createInstallation, type Installation, startProduct } from '../../support/product/product'
import { hireStaff, password, people } from '../../support/product/staff'
import { bodyOf } from '../../support/samples/bodies'
import { test as base, expect } from '../test'

/** A product whose pool is as small as it may be. */
const test = base.extend<{ installation: Installation }>({
  installation: async ({}, use) => {
    const installation = await createInstallation()
    installation.env.DATABASE_CONNECTIONS = '3'
    await use(installation)
    await installation.remove()
  },
})

type Answered = { what: string; status: number; retryAfter: string | null }

const clients = 100
const rounds = 3

test('a hundred clients at every writing address with a pool of three are answered or told to come back', async ({
  installation,
}) => {
  test.setTimeout(600_000)
  const running = await startProduct(installation)
  try {
    await hireStaff(installation, running)
    const { origin } = installation
    const { token, user } = await new Api(origin).send<{ token: string; user: { id: string } }>(
      'POST',
      '/users/login',
      {},
      { email: people.editor, password },
    )
    const api = new Api(origin, token)
    const page = `${origin}${hrefFor({ page: 'home', locale: 'id' })}`
    await fetch(page)
    const articles = await Promise.all(
      Array.from({ length: 5 }, (_, number) =>
        api.create('articles', { title: `Beban ${number}`, body: bodyOf('Isi.') }, { locale: 'id' }),
      ),
    )

    const answered: Answered[] = []
    const asked = Array.from({ length: clients }, async (_, client) => {
      for (let round = 0; round < rounds; round++) {
        const article = articles[(client + round) % articles.length]?.id ?? ''
        const { what, method, path, body, open } = requestOf(client + round, { article, user: user.id })
        const answer = await fetch(`${origin}/api${path}`, {
          method,
          headers: {
            'Content-Type': 'application/json',
            ...(open ? {} : { Authorization: `JWT ${token}` }),
          },
          body: JSON.stringify(body),
        })
        await answer.arrayBuffer()
        answered.push({ what, status: answer.status, retryAfter: answer.headers.get('retry-after') })
        const kept = await fetch(page)
        answered.push({ what: 'a kept page', status: kept.status, retryAfter: null })
        await kept.arrayBuffer()
      }
    })
    await Promise.all(asked)

    const counts: Record<string, number> = {}
    for (const { what, status } of answered) {
      const name = `${what}: ${status}`
      counts[name] = (counts[name] ?? 0) + 1
    }
    expect(answered, JSON.stringify(counts, null, 1)).toHaveLength(clients * rounds * 2)
    expect(
      answered.filter(({ what, status }) => !expected(what).includes(status)),
      JSON.stringify(counts, null, 1),
    ).toEqual([])
    expect(answered.filter(({ status, retryAfter }) => [429, 503].includes(status) && !retryAfter)).toEqual(
      [],
    )

    await expect.poll(() => openTransactions(installation)).toBe(0)
    await api.update('articles', articles[0]?.id ?? '', { title: 'Sesudah beban' }, { locale: 'id' })
  } finally {
    await running.stop()
  }
})

/** The statuses that an address may answer with: what it says to anybody, or that there is too much to do. */
const expected = (what: string): number[] => {
  if (what === 'a kept page') return [200]
  // A hundred clients at one address are one stranger: guesses are limited (tests/integration/access/guessing.test.ts).
  if (what === 'log-in' || what === 'forgot') return [200, 429, 503]
  if (what === 'log-in with a wrong password') return [401, 429, 503]
  if (what === 'reset') return [403, 429, 503]
  if (what === 'first-register') return [403, 429, 503]
  return [200, 201, 503]
}

function requestOf(number: number, { article, user }: { article: string; user: string }) {
  const kinds = [
    {
      what: 'log-in',
      method: 'POST',
      path: '/users/login',
      body: { email: people.editor, password },
      open: true,
    },
    {
      what: 'log-in with a wrong password',
      method: 'POST',
      path: '/users/login',
      body: { email: `nobody-${number}@terbit.example`, password: 'bukan kata sandinya' },
      open: true,
    },
    {
      what: 'forgot',
      method: 'POST',
      path: '/users/forgot-password',
      body: { email: people.editor },
      open: true,
    },
    {
      what: 'reset',
      method: 'POST',
      path: '/users/reset-password',
      body: { token: 'tidak ada', password: 'sebuah kata sandi lain' },
      open: true,
    },
    {
      what: 'first-register',
      method: 'POST',
      path: '/users/first-register',
      body: { email: 'x@terbit.example', password },
      open: true,
    },
    {
      what: 'preference',
      method: 'POST',
      path: `/payload-preferences/uji-${number % 7}`,
      body: { value: { number } },
    },
    {
      what: 'lock',
      method: 'POST',
      path: '/payload-locked-documents',
      body: {
        document: { relationTo: 'articles', value: article },
        user: { relationTo: 'users', value: user },
      },
    },
    {
      what: 'autosave',
      method: 'PATCH',
      path: `/articles/${article}?draft=true&autosave=true&locale=id`,
      body: { title: `Simpan ${number}` },
    },
    {
      what: 'save',
      method: 'PATCH',
      path: `/articles/${article}?draft=true&locale=id`,
      body: { title: `Simpan lagi ${number}` },
    },
    {
      what: 'create',
      method: 'POST',
      path: '/articles?draft=true&locale=id',
      body: { title: `Baru ${number} ${Math.random()}`, body: bodyOf('Isi.'), _status: 'draft' },
    },
    {
      what: 'tag',
      method: 'POST',
      path: '/tags?locale=id',
      body: { name: `Topik ${number} ${Math.random()}` },
    },
    { what: 'refresh', method: 'POST', path: '/users/refresh-token', body: {} },
  ]
  const kind = kinds[number % kinds.length]
  if (!kind) throw new Error('Expected a kind of request.')
  return { open: false, ...kind }
}

async function openTransactions({ dataDir }: Installation): Promise<number> {
  const client = new Client({ connectionString: await runningPostgresUrl(dataDir) })
  await client.connect()
  try {
    const { rows } = await client.query<{ open: number }>(
      "select count(*)::int as open from pg_stat_activity where state like 'idle in transaction%'",
    )
    return rows[0]?.open ?? 0
  } finally {
    await client.end()
  }
}
