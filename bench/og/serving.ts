import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { cardResponse } from '@/og/http/respond'
import { type Cards, createCards } from '@/og/store/cards'
import { median, percentile } from '../measuring/figures'

export type Serving = {
  firstCard: number
  laterCard: number
  fromMemory: number
  fromDisk: number
} & Load

type Load = { cardsASecond: number; health: { median: number; p95: number } }

const seconds = 8
const clients = 8

/**
 * Measures the server's cards in milliseconds: a first card, later and kept cards, and `/health/live` while new cards
 * are drawn.
 */
export async function serving(): Promise<Serving> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'terbit-bench-'))
  const open = () =>
    createCards({ dataDir, brand: async () => ({ name: 'Terbit' }), onFailure: console.error })
  try {
    const cards = open()
    await cards.warm()
    const firstCard = await timed(() => ask(cards, 'Kartu pertama nomor 0'))
    const titles = Array.from({ length: 50 }, (_, number) => `Kartu yang disimpan ${number}`)
    const laterCard = median(await each(titles, (title) => timed(() => ask(cards, title))))
    const fromMemory = median(await each(titles, (title) => timed(() => ask(cards, title))))
    const load = await served(cards)
    await cards.stop()
    const later = open()
    const fromDisk = median(await each(titles, (title) => timed(() => ask(later, title))))
    await later.stop()
    return { firstCard, laterCard, fromMemory, fromDisk, ...load }
  } finally {
    await rm(dataDir, { recursive: true })
  }
}

const ask = async (cards: Cards, title: string) =>
  (
    await cardResponse(new Request(`http://localhost/api/og?${new URLSearchParams({ title })}`), cards)
  ).arrayBuffer()

async function served(cards: Cards): Promise<Load> {
  const server = createServer(async (request, response) => {
    if (request.url === '/health/live') return response.end('ok')
    const answer = await cardResponse(new Request(`http://localhost${request.url}`), cards)
    response.writeHead(answer.status, Object.fromEntries(answer.headers))
    return response.end(Buffer.from(await answer.arrayBuffer()))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const load = await underLoad(`http://127.0.0.1:${port}`)
  await new Promise((resolve) => server.close(resolve))
  return load
}

/** Measures a server's health answers while eight clients ask for new cards. */
async function underLoad(origin: string): Promise<Load> {
  const [cards, latencies] = await Promise.all([
    inThread<number>('./og-clients.ts', { origin, seconds, clients }),
    inThread<number[]>('./og-health.ts', { origin, seconds }),
  ])
  return {
    cardsASecond: cards / seconds,
    health: { median: median(latencies), p95: percentile(latencies, 0.95) },
  }
}

const inThread = <Message>(program: string, workerData: object) =>
  new Promise<Message>((resolve, reject) => {
    new Worker(fileURLToPath(new URL(program, import.meta.url)), { workerData, execArgv: [] })
      .once('message', resolve)
      .once('error', reject)
  })

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function each<Item>(items: Item[], work: (item: Item) => Promise<number>): Promise<number[]> {
  const values: number[] = []
  for (const item of items) values.push(await work(item))
  return values
}
