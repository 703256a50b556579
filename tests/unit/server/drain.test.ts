import { Agent, createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { drainOf } from '@/server/drain'

/** A server that answers each request when it is told to. */
async function slowServer() {
  const waiting: (() => void)[] = []
  const server = createServer((_, response) => {
    drain.serve(response)
    waiting.push(() => response.end('whole'))
  })
  const drain = drainOf(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const agent = new Agent({ keepAlive: true })
  const ask = () =>
    new Promise<{ body: string; connection: string | undefined }>((resolve, reject) => {
      get(address, { agent }, (response) => {
        let body = ''
        response.on('data', (chunk) => (body += chunk))
        response.on('end', () => resolve({ body, connection: response.headers.connection }))
      }).on('error', reject)
    })
  const asked = (count: number) => expect.poll(() => waiting.length).toBe(count)
  return { ask, asked, drain, answerAll: () => waiting.splice(0).forEach((answer) => void answer()), server }
}

test('every answer under way is finished before the server ends, and no connection is accepted meanwhile', async () => {
  const { ask, asked, drain, answerAll } = await slowServer()
  const answers = [ask(), ask(), ask()]
  await asked(3)
  const drained = drain.drain(10_000)
  expect(drain.draining()).toBe(true)
  await expect(ask()).rejects.toThrow('ECONNREFUSED')
  answerAll()
  expect(await Promise.all(answers)).toEqual(Array(3).fill({ body: 'whole', connection: 'close' }))
  expect(await drained).toBe(0)
})

test('what takes too long is counted and left', async () => {
  const { ask, asked, drain, answerAll } = await slowServer()
  const late = ask()
  await asked(1)
  expect(await drain.drain(50)).toBe(1)
  answerAll()
  await late
})

test('a server without requests ends at once', async () => {
  const { drain } = await slowServer()
  expect(await drain.drain(10_000)).toBe(0)
})
