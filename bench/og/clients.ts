import { Agent, get } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

// The clients run in their own thread and do nothing but ask, because the server is what is measured. Each client asks
// for a new card as soon as it has received the one before.

const { origin, seconds, clients }: { origin: string; seconds: number; clients: number } = workerData
const end = performance.now() + seconds * 1000
const agent = new Agent({ keepAlive: true, maxSockets: clients })
let cards = 0

const ask = (address: string, from: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    // The server trusts this header as if a proxy had sent it, so its limit per address does not slow the clients down.
    get(address, { agent, headers: { 'X-Forwarded-For': from } }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode))
    }).once('error', reject)
  })

async function askForCards(client: number) {
  for (let number = 0; performance.now() < end; number++) {
    const title = encodeURIComponent(`Kartu baru nomor ${client}-${number}-${Date.now()}`)
    const status = await ask(`${origin}/api/og?title=${title}`, `10.${client}.${number >> 8}.${number & 255}`)
    if (status === 200) cards++
  }
}

await Promise.all(Array.from({ length: clients }, (_, client) => askForCards(client)))
agent.destroy()
parentPort?.postMessage(cards)
