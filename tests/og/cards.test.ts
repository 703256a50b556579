import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import sharp from 'sharp'
import { test as base, describe, expect, vi } from 'vitest'
import type { CardWords } from '@/og/card/card'
import { cardVersion } from '@/og/card/card-version'
import { cardAddress } from '@/og/http/card-address'
import { cardResponse } from '@/og/http/respond'
import { type Cards, type CardsOptions, createCards } from '@/og/store/cards'

type Fixtures = { dataDir: string; open: (options?: Partial<CardsOptions>) => Cards }

const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's needs from the pattern.
  dataDir: async ({}, use) => {
    const dataDir = await mkdtemp(path.join(tmpdir(), 'terbit-cards-'))
    await use(dataDir)
    await rm(dataDir, { recursive: true })
  },
  open: async ({ dataDir }, use) => {
    const opened: Cards[] = []
    await use((options) => {
      const cards = createCards({
        dataDir,
        brand: async () => ({ name: 'Terbit', tagline: 'Dua bahasa' }),
        onFailure: (error) => {
          throw error
        },
        ...options,
      })
      opened.push(cards)
      return cards
    })
    await Promise.all(opened.map((cards) => cards.stop()))
  },
})

const program = fileURLToPath(new URL('./threads/echo.mjs', import.meta.url))
const seedAddress = '/api/og?title=Desentralisasi%20AI%3A%20Sebuah%20Tinjauan'
const ask = (cards: Cards, address: string, init?: RequestInit) =>
  cardResponse(new Request(`http://wrong.example${address}`, init), cards)

test('the plain address of a card answers with a PNG of 1200 by 630 that is revalidated', async ({
  open,
}) => {
  const response = await ask(open(), seedAddress)
  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'public, max-age=0, must-revalidate',
    'x-content-type-options': 'nosniff',
    etag: expect.stringMatching(/^"[0-9a-f]{40}"$/),
  })
  const png = new Uint8Array(await response.arrayBuffer())
  expect(png.byteLength).toBe(Number(response.headers.get('content-length')))
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
})

test('a card at the address with its own version may be kept for a year, with any other it may not', async ({
  open,
}) => {
  const cards = open({ thread: { program } })
  const { version } = await cards.of({ kind: 'site', title: 'Halo', locale: 'id', plain: true })
  const right = await ask(cards, cardAddress({ title: 'Halo', locale: 'id', version }))
  const wrong = await ask(cards, cardAddress({ title: 'Halo', locale: 'id', version: 'stale' }))
  expect(right.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(wrong.headers.get('cache-control')).toBe('public, max-age=0, must-revalidate')
  expect(wrong.headers.get('etag')).toBe(right.headers.get('etag'))
})

test('an address that knows of a newer card has words read anew that were kept', async ({ open }) => {
  let current: CardWords = { kind: 'article', title: 'Kemarin', locale: 'id' }
  let kept = current
  const cards = open({
    thread: { program },
    document: async (_ref, reading) => {
      if (reading?.fresh) kept = current
      return kept
    },
  })
  current = { ...current, title: 'Hari ini' }
  const { version } = await cards.of(current)
  const newer = await ask(cards, cardAddress({ kind: 'article', id: '1', locale: 'id', version }))
  expect(newer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
})

test('a tag that still holds is answered 304, without drawing', async ({ open }) => {
  const first = await ask(open({ thread: { program } }), seedAddress)
  const etag = first.headers.get('etag') ?? ''
  const stopped = open({ thread: { program: '/nowhere.mjs' } })
  for (const tag of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const again = await ask(stopped, seedAddress, { headers: { 'If-None-Match': tag } })
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, ''])
  }
})

test('the part of a card that is asked for is given, and the whole to who had another one', async ({
  open,
}) => {
  const cards = open({ thread: { program } })
  const whole = await ask(cards, '/api/og?title=0123456789')
  const etag = whole.headers.get('etag') ?? ''
  const part = await ask(cards, '/api/og?title=0123456789', {
    headers: { Range: 'bytes=2-4', 'If-Range': etag },
  })
  expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
    206,
    'bytes 2-4/10',
    '234',
  ])
  const other = await ask(cards, '/api/og?title=0123456789', {
    headers: { Range: 'bytes=2-4', 'If-Range': '"other"' },
  })
  expect([other.status, await other.text()]).toEqual([200, '0123456789'])
  const beyond = await ask(cards, '/api/og?title=0123456789', { headers: { Range: 'bytes=10-' } })
  expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */10'])
})

test('unknown parameters change neither a card nor its name', async ({ open }) => {
  const cards = open({ thread: { program } })
  const plain = await ask(cards, seedAddress)
  const tracked = await ask(cards, `${seedAddress}&utm_source=x&fbclid=y&width=9999`)
  expect(tracked.headers.get('etag')).toBe(plain.headers.get('etag'))
})

test('HEAD is answered as GET, without the card', async ({ open }) => {
  const cards = open({ thread: { program } })
  const get = await ask(cards, seedAddress)
  const head = await ask(cards, seedAddress, { method: 'HEAD' })
  expect([...head.headers]).toEqual([...get.headers])
  expect((await head.arrayBuffer()).byteLength).toBe(0)
})

test('bad input is refused in a sentence that no one caches', async ({ open }) => {
  const response = await ask(open(), '/api/og?title=a&locale=fr')
  expect(response.status).toBe(400)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.text()).toBe('Unknown locale "fr": expected one of id, en.\n')
})

test('other methods than GET and HEAD are refused', async ({ open }) => {
  const response = await ask(open(), seedAddress, { method: 'POST' })
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})

test('a card that the queue does not hold is answered 503 with Retry-After', async ({ open }) => {
  const cards = open({ thread: { program, queue: 2 } })
  const titles = Array.from({ length: 6 }, (_, number) => `/api/og?title=${number}`)
  const responses = await Promise.all(titles.map((address) => ask(cards, address)))
  const refused = responses.filter(({ status }) => status === 503)
  expect(refused).toHaveLength(3)
  expect(refused[0]?.headers.get('retry-after')).toBe('5')
})

test('a card over which the thread dies is answered 503, and the operator is told', async ({ open }) => {
  const failures: unknown[] = []
  const cards = open({ thread: { program }, onFailure: (error) => failures.push(error) })
  const response = await ask(cards, '/api/og?title=exit')
  expect(response.status).toBe(503)
  expect(failures).toHaveLength(1)
})

test('a document’s card shows its own words, and is 404 where there is no such document', async ({
  open,
}) => {
  const cards = open({
    thread: { program },
    document: async ({ id }) => (id === 'a1' ? { kind: 'article', title: `Tentang ${id}` } : undefined),
  })
  const found = await ask(cards, cardAddress({ kind: 'article', id: 'a1', locale: 'id' }))
  const missing = await ask(cards, cardAddress({ kind: 'article', id: 'a2', locale: 'id' }))
  expect(await found.text()).toBe('Tentang a1')
  expect(missing.status).toBe(404)
})

test('a card shows the site’s name where no title is given', async ({ open }) => {
  expect(await (await ask(open({ thread: { program } }), '/api/og')).text()).toBe('Terbit')
})

describe('cards', () => {
  test('50 equal requests at once draw one card', async ({ open }) => {
    const cards = open({ thread: { program } })
    const responses = await Promise.all(Array.from({ length: 50 }, () => ask(cards, '/api/og?title=number')))
    const numbers = await Promise.all(responses.map((response) => response.text()))
    expect(numbers).toEqual(Array(50).fill('1'))
  })

  test('a card drawn before is not drawn again', async ({ open }) => {
    const cards = open({ thread: { program } })
    await ask(cards, '/api/og?title=number')
    await ask(cards, '/api/og?title=another')
    expect(await (await ask(cards, '/api/og?title=number')).text()).toBe('1')
  })

  test('a new process finds the cards on disk that the former one drew', async ({ open }) => {
    const cards = open({ thread: { program } })
    const first = await (await ask(cards, seedAddress)).text()
    await cards.stop()
    const second = await ask(open({ thread: { program: '/nowhere.mjs' } }), seedAddress)
    expect(await second.text()).toBe(first)
  })

  test('a card is drawn anew when its file in the disk cache was altered', async ({ dataDir, open }) => {
    const cards = open({ thread: { program } })
    const first = await ask(cards, seedAddress)
    await cards.stop()
    const [file = ''] = (await readdir(path.join(dataDir, 'cards'), { recursive: true })).filter((name) =>
      name.endsWith('.card'),
    )
    await writeFile(path.join(dataDir, 'cards', file), 'not what was drawn')
    expect(await (await ask(open({ thread: { program } }), seedAddress)).text()).toBe(await first.text())
  })

  test('cards carry the version that addresses are made with', async ({ open }) => {
    const words = { kind: 'article', title: 'Halo', seed: 'a1' } as const
    const brand = { name: 'Terbit', accent: '#003366' }
    expect((await open({ brand: async () => brand }).of(words)).version).toBe(cardVersion(words, brand))
  })

  test('cards have another version when the brand changes', async ({ open }) => {
    const words = { kind: 'site', title: 'Halo' } as const
    const versions = await Promise.all(
      [
        { name: 'Terbit' },
        { name: 'Terbit', accent: '#003366' },
        { name: 'Fajar' },
        { name: 'Terbit', logo: new Uint8Array([1]) },
        { name: 'Terbit', logo: new Uint8Array([2]) },
      ].map(async (brand) => {
        const card = await open({ brand: async () => brand }).of(words)
        return card.version
      }),
    )
    expect(new Set(versions).size).toBe(5)
  })

  test('an accent that is no colour does not get into the card', async ({ open }) => {
    const words = { kind: 'site', title: 'Halo' } as const
    const plain = await open({ brand: async () => ({ name: 'Terbit' }) }).of(words)
    const odd = await open({ brand: async () => ({ name: 'Terbit', accent: '"/><script>' }) }).of(words)
    expect(odd.key).toBe(plain.key)
  })

  test('cards of 10,000 different titles leave the disk under its limit, and the memory as it was', async ({
    dataDir,
    open,
  }) => {
    const diskLimit = 200_000
    const cards = open({ thread: { program }, diskLimit, memoryLimit: 100_000 })
    const draw = async (from: number, to: number) => {
      for (let number = from; number < to; number += 50) {
        const titles = Array.from({ length: 50 }, (_, index) => `Judul ${number + index} ${'.'.repeat(80)}`)
        await Promise.all(titles.map((title) => ask(cards, `/api/og?${new URLSearchParams({ title })}`)))
      }
      return heapUsed()
    }
    const early = await draw(0, 2_000)
    const late = await draw(2_000, 10_000)
    // A kilobyte per title would be eight times as much.
    expect(late - early).toBeLessThan(1_000_000)
    await cards.stop()
    await vi.waitFor(async () => {
      const kept = (
        await readdir(path.join(dataDir, 'cards'), { recursive: true, withFileTypes: true })
      ).filter((entry) => entry.isFile())
      const sizes = await Promise.all(kept.map((entry) => stat(path.join(entry.parentPath, entry.name))))
      const total = sizes.reduce((sum, { size }) => sum + size, 0)
      expect(total).toBeLessThanOrEqual(diskLimit)
      expect(total).toBeGreaterThan(diskLimit / 2)
    })
  }, 60_000)

  test('cards of unsaved words are drawn with remarks, and kept nowhere', async ({ dataDir, open }) => {
    const cards = open()
    const title = `${'Panjang sekali '.repeat(20)}\u{e000}`
    const { png, remarks } = await cards.preview({ kind: 'article', title })
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
    expect(remarks).toEqual({ shortened: ['title'], missing: ['\u{e000}'] })
    await cards.stop()
    expect(await readdir(dataDir)).toEqual([])
  })

  test('a card has another version with another layout, and the same for words that it does not show', async ({
    open,
  }) => {
    const words = { kind: 'article', title: 'Halo', seed: 'a1' } as const
    const versionOf = async (more: Partial<CardWords>) =>
      (await open({ thread: { program } }).of({ ...words, ...more })).version
    const standard = await versionOf({})
    expect(await versionOf({ layout: 'standard', summary: 'Ringkasan' })).toBe(standard)
    const others = [
      await versionOf({ layout: 'title' }),
      await versionOf({ layout: 'summary', summary: 'Ringkasan' }),
      await versionOf({ layout: 'summary', summary: 'Ringkasan lain' }),
    ]
    expect(new Set([standard, ...others]).size).toBe(4)
    expect(await versionOf({ layout: 'title', byline: 'Sari' })).toBe(others[0])
  })
})

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Returns the bytes of the heap that are still in use after garbage collection. */
async function heapUsed(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    collect()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return process.memoryUsage().heapUsed
}
