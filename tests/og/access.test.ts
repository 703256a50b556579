import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as base, describe, expect } from 'vitest'
import { cardAddress } from '@/og/http/card-address'
import { cardResponse } from '@/og/http/respond'
import { type CardAccess, type Cards, createCards } from '@/og/store/cards'
import { rateLimit } from '@/security/rate-limit'

const program = fileURLToPath(new URL('./threads/words.mjs', import.meta.url))
const accesses: CardAccess[] = ['open', 'published', 'signed']
const key = 'a key that only the server has'

const test = base.extend<{ open: (access: CardAccess) => Cards }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's needs from the pattern.
  open: async ({}, use) => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'terbit-cards-'))
    const opened: Cards[] = []
    await use((access) => {
      const cards = createCards({
        dataDir,
        access,
        brand: async () => ({ name: 'Terbit' }),
        published: async (title) => title === 'Published',
        document: async ({ kind, id }) => ({ kind, title: `Document ${id}` }),
        onFailure: (error) => {
          throw error
        },
        thread: { program },
      })
      opened.push(cards)
      return cards
    })
    await Promise.all(opened.map((cards) => cards.stop()))
    await rm(dataDir, { recursive: true })
  },
})

const ask = (cards: Cards, address: string, wait?: () => number) =>
  cardResponse(new Request(`http://x${address}`), cards, { key, ...(wait && { wait }) })

const wordsAt = async (cards: Cards, address: string) => (await ask(cards, address)).json()

const ours = cardAddress({ title: 'Articles', locale: 'en', version: 'v1' }, key)

describe('a title', () => {
  test('a stranger’s title stands on a plain card where access is open, whatever kind was asked for', async ({
    open,
  }) => {
    expect(await wordsAt(open('open'), '/api/og?title=Anything&kind=article')).toEqual({
      kind: 'site',
      title: 'Anything',
      plain: true,
    })
  })

  test('a published title stands under the brand where access is published, another gives the site’s card', async ({
    open,
  }) => {
    const cards = open('published')
    expect(await wordsAt(cards, '/api/og?title=Published')).toEqual({ kind: 'site', title: 'Published' })
    expect(await wordsAt(cards, '/api/og?title=Anything')).toEqual({ kind: 'site', title: 'Terbit' })
  })

  test('a stranger’s title is refused where access is signed', async ({ open }) => {
    const response = await ask(open('signed'), '/api/og?title=Published')
    expect([response.status, response.headers.get('cache-control')]).toEqual([403, 'no-store'])
  })

  for (const access of accesses) {
    test(`a title that we signed stands under the brand where access is ${access}`, async ({ open }) => {
      expect(await wordsAt(open(access), ours)).toEqual({ kind: 'site', title: 'Articles', locale: 'en' })
    })
  }
})

describe('a signature', () => {
  const without = new URLSearchParams(ours.split('?')[1])

  for (const [name, value] of [
    ['title', 'Article'],
    ['locale', 'id'],
    ['kind', 'article'],
    ['v', 'v2'],
    ['sig', 'x'.repeat(43)],
    ['sig', ''],
  ] as const) {
    test(`a signature does not hold with the ${name} "${value}"`, async ({ open }) => {
      const search = new URLSearchParams(without)
      search.set(name, value)
      expect((await ask(open('signed'), `/api/og?${search}`)).status).toBe(403)
    })
  }

  test('a signature holds in any order of parameters, and beside others', async ({ open }) => {
    const search = new URLSearchParams([...without].reverse())
    expect((await ask(open('signed'), `/api/og?utm_source=x&${search}`)).status).toBe(200)
  })

  test('a signature does not hold where the server has no key', async ({ open }) => {
    const response = await cardResponse(new Request(`http://x${ours}`), open('signed'))
    expect(response.status).toBe(403)
  })
})

describe('a document’s card', () => {
  for (const access of accesses) {
    test(`a document’s card needs no signature where access is ${access}`, async ({ open }) => {
      const words = await wordsAt(open(access), '/api/og?kind=project&id=p1')
      expect(words).toEqual({ kind: 'project', title: 'Document p1' })
    })
  }
})

test('who asks for too many new cards is told when to come back, and still gets what was drawn before', async ({
  open,
}) => {
  const limit = rateLimit({ burst: 2, perSecond: 0.5, now: () => 0 })
  const wait = () => limit.take('192.0.2.1')
  const cards = open('open')
  const titles = ['a', 'b', 'c', 'a']
  const responses = []
  for (const title of titles) responses.push(await ask(cards, `/api/og?title=${title}`, wait))
  expect(responses.map(({ status }) => status)).toEqual([200, 200, 429, 200])
  expect(responses[2]?.headers.get('retry-after')).toBe('2')
})
