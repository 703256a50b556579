import { setTimeout as wait } from 'node:timers/promises'
import { createInstallation, type Installation, startByNpm } from '../tests/support/product/product'
import { figuresTable, median } from './measuring/figures'
import { machine } from './measuring/machine'
import { memoryBelow, type ProcessMemory } from './memory/process-memory'
import { roundOfUse } from './memory/round-of-use'

/**
 * `npm run bench:memory`: the memory that `npm start` holds a minute after the demonstration magazine was used once,
 * process by process, npm included and Postgres apart; and how long a reader waits just after a start.
 */
const idleSeconds = 60
const starts = 7

/** Milliseconds from the announcement of a start with nothing new to do; `start` is until that announcement. */
type Latency = { start: number; firstPage: number; firstCard: number }

const installation = await createInstallation()
try {
  const memory = await memoryOf(installation)
  const latency = await latencyOf(installation)
  if (process.argv.includes('--json')) console.log(JSON.stringify({ ...about(), ...memory, ...latency }))
  else print(memory, latency)
} finally {
  await installation.remove()
}

function about() {
  return { ...machine(['next', 'payload', 'sharp', 'satori']), idleSeconds, starts }
}

async function memoryOf(fresh: Installation) {
  say('Starting on an empty database')
  const running = await startByNpm(fresh)
  try {
    say('Using everything once')
    const requests = await roundOfUse(fresh, running)
    const used = memoryBelow(running.pid)
    say(`Waiting for ${idleSeconds} s`)
    await wait(idleSeconds * 1000)
    return { requests, used, idle: memoryBelow(running.pid) }
  } finally {
    await running.stop()
  }
}

async function latencyOf(filled: Installation): Promise<Latency> {
  const taken: Latency[] = []
  for (let number = 1; number <= starts; number++) {
    say(`Start ${number} of ${starts}`)
    const began = performance.now()
    const running = await startByNpm(filled)
    const start = performance.now() - began
    const firstPage = await timed(`${filled.origin}/id`)
    const firstCard = await timed(`${filled.origin}/api/og?title=${encodeURIComponent(`Mulai ke-${number}`)}`)
    taken.push({ start, firstPage, firstCard })
    await running.stop()
  }
  const middle = (name: keyof Latency) => median(taken.map((one) => one[name]))
  return { start: middle('start'), firstPage: middle('firstPage'), firstCard: middle('firstCard') }
}

async function timed(url: string): Promise<number> {
  const began = performance.now()
  const answer = await fetch(url)
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`Expected ${url} to be answered, got ${answer.status}.`)
  return performance.now() - began
}

function print({ requests, used, idle }: Awaited<ReturnType<typeof memoryOf>>, latency: Latency): void {
  console.log(`${JSON.stringify(about())}\n\n${requests} requests, then ${idleSeconds} s of nothing.\n`)
  const rows = idle.map(({ pid, command, megabytes }) => [
    command,
    whole(megabytesOf(used, pid)),
    whole(megabytes),
  ])
  rows.push(['all', whole(sum(used)), whole(sum(idle))])
  console.log(figuresTable(['process', 'MB of PSS when used', `${idleSeconds} s later`], rows))
  const { start, firstPage, firstCard } = latency
  console.log(`\nMedians of ${starts} starts, in ms:\n`)
  console.log(
    figuresTable(
      ['until it is ready', 'first page', 'first card'],
      [[start, firstPage, firstCard].map(whole)],
    ),
  )
}

function megabytesOf(memory: ProcessMemory[], pid: number): number {
  return sum(memory.filter((process) => process.pid === pid))
}

function sum(memory: ProcessMemory[]): number {
  return memory.reduce((all, { megabytes }) => all + megabytes, 0)
}

function whole(value: number): string {
  return value.toFixed(0)
}

function say(step: string): void {
  process.stderr.write(`${step} …\n`)
}
