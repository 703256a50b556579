import { readFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { runningPostgresUrl } from '@/database/embedded/embedded'
import { createInstallation, type Installation, startProduct } from '../../support/product/product'
import { test as base, expect } from '../test'

/** A product with its own embedded Postgres, which logs every request. */
const test = base.extend<{ installation: Installation }>({
  installation: async ({}, use) => {
    const installation = await createInstallation()
    installation.env.LOG_LEVEL = 'debug'
    await use(installation)
    await installation.remove()
  },
})

type Entry = { level: string; pid?: number; requestId?: string; path?: string; status?: number; msg: string }

const entriesOf = (log: string): Entry[] =>
  log
    .split('\n')
    // The last line may not have arrived as a whole.
    .slice(0, -1)
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))

/** The process that listens there, which is a child of the one that was started. */
function serverOf(starter: number): number {
  const children = readFileSync(`/proc/${starter}/task/${starter}/children`, 'utf8').trim().split(' ')
  const server = children.find((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dist/server.js'),
  )
  if (!server) throw new Error('Expected the starter to have a server.')
  return Number(server)
}

const isReady = ({ origin }: Installation): Promise<boolean> =>
  fetch(`${origin}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  )

test('a server and a database that die come back, requests are logged with their ids, and a stop cuts none', async ({
  installation,
}) => {
  test.setTimeout(300_000)
  const { origin, dataDir } = installation
  const running = await startProduct(installation)
  try {
    const { headers } = await fetch(`${origin}/id?token=sangat-rahasia`, {
      headers: { 'X-Request-Id': 'dari-proksi', Cookie: 'terbit-token=sangat-rahasia' },
    })
    expect(headers.get('x-request-id')).toBe('dari-proksi')
    const again = await fetch(`${origin}/id`)
    expect(again.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/)
    await expect
      .poll(() => entriesOf(running.log()))
      .toContainEqual(expect.objectContaining({ requestId: 'dari-proksi', path: '/id', status: 200 }))
    expect(running.log()).not.toContain('sangat-rahasia')

    const first = serverOf(running.pid)
    process.kill(first, 'SIGKILL')
    await expect.poll(() => running.log()).toContain('The server ended with SIGKILL')
    await expect.poll(() => isReady(installation)).toBe(true)
    expect(serverOf(running.pid)).not.toBe(first)

    const [postmaster] = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')
    process.kill(Number(postmaster), 'SIGINT')
    await expect.poll(() => running.log()).toContain('The database ended unexpectedly')
    await expect.poll(() => isReady(installation)).toBe(true)

    // Cards take a while to draw, and one is drawn at a time.
    const agent = new Agent({ keepAlive: true, maxSockets: 16 })
    const statuses = Array.from({ length: 16 }, (_, number) =>
      statusOf(`${origin}/api/og?locale=id&title=Pelan%20${number}`, agent),
    )
    await wait(300)
    const stopped = running.stop()
    expect(await Promise.all(statuses)).toEqual(Array(16).fill(200))
    await stopped
    expect(await running.exitCode).toBe(0)
    expect(await runningPostgresUrl(dataDir)).toBeUndefined()
  } finally {
    await running.stop()
  }
})

test('a server that dies again and again is given up, with the reason and a code that is not 0', async ({
  installation,
}) => {
  test.setTimeout(300_000)
  const running = await startProduct(installation)
  const killing = killUntil(running.ended, running.pid)
  expect(await running.exitCode).toBe(1)
  await killing
  expect(running.log()).toContain('The server ended again and again')
  expect(await runningPostgresUrl(installation.dataDir)).toBeUndefined()
})

/** Kills the server whenever there is one. */
async function killUntil(over: Promise<void>, starter: number): Promise<void> {
  let isOver = false
  over.then(() => {
    isOver = true
  })
  while (!isOver) {
    try {
      process.kill(serverOf(starter), 'SIGKILL')
    } catch {
      // There is none at this moment.
    }
    await wait(100)
  }
}

function statusOf(address: string, agent: Agent): Promise<number | string> {
  return new Promise((resolve) => {
    get(address, { agent }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
      response.on('error', (error) => resolve(error.message))
    }).on('error', (error) => resolve(error.message))
  })
}
