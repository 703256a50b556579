import { setTimeout as wait } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'

// A thread of its own, so that what it measures is the server's time: eight clients ask for a new card each time, one
// asks for the health.

const { origin, seconds, clients }: { origin: string; seconds: number; clients: number } = workerData
const end = performance.now() + seconds * 1000
const latencies: number[] = []
let cards = 0

async function askForCards(client: number) {
  for (let number = 0; performance.now() < end; number++) {
    const answer = await fetch(`${origin}/api/og?title=Kartu%20baru%20${client}-${number}`)
    await answer.arrayBuffer()
    if (answer.status === 200) cards++
  }
}

async function askForHealth() {
  while (performance.now() < end) {
    const start = performance.now()
    await (await fetch(`${origin}/health/live`)).text()
    latencies.push(performance.now() - start)
    await wait(20)
  }
}

await Promise.all([askForHealth(), ...Array.from({ length: clients }, (_, client) => askForCards(client))])
parentPort?.postMessage({ latencies, cards })
