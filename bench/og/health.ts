import { Agent, get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'

// In its own thread, so that the cards which clients receive do not delay the clock.

const { origin, seconds }: { origin: string; seconds: number } = workerData
const end = performance.now() + seconds * 1000
const agent = new Agent({ keepAlive: true, maxSockets: 1 })
const latencies: number[] = []

const ask = () =>
  new Promise<void>((resolve, reject) => {
    get(`${origin}/health/live`, { agent }, (answer) => {
      answer.resume().once('end', resolve)
    }).once('error', reject)
  })

while (performance.now() < end) {
  const start = performance.now()
  await ask()
  latencies.push(performance.now() - start)
  await wait(20)
}
agent.destroy()
parentPort?.postMessage(latencies)
