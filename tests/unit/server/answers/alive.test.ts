import { expect, test, vi } from 'vitest'
import { answeredAlive, answeredStopping } from '@/server/answers/alive'

const ask = (method: string, url: string) => {
  const response = { writeHead: vi.fn(), end: vi.fn() }
  return { answered: answeredAlive({ method, url }, response), ...response }
}

test('/health/live is answered at once, and kept by nobody', () => {
  const { answered, writeHead, end } = ask('GET', '/health/live?from=probe')
  expect(answered).toBe(true)
  expect(writeHead).toHaveBeenCalledWith(200, expect.objectContaining({ 'Cache-Control': 'no-store' }))
  expect(end).toHaveBeenCalledWith('{"status":"ok"}')
})

test('/health/live answers HEAD without a body', () => {
  expect(ask('HEAD', '/health/live').end).toHaveBeenCalledWith(undefined)
})

test.each([
  ['GET', '/health/lively'],
  ['GET', '/health/ready'],
  ['POST', '/health/live'],
])('%s %s is left to others', (method, url) => {
  const { answered, end } = ask(method, url)
  expect([answered, end.mock.calls]).toEqual([false, []])
})

test('/health/ready of a server that is stopping says so', () => {
  const response = { writeHead: vi.fn(), end: vi.fn() }
  expect(answeredStopping({ method: 'GET', url: '/health/ready' }, response)).toBe(true)
  expect(response.writeHead).toHaveBeenCalledWith(503, expect.anything())
  expect(response.end).toHaveBeenCalledWith(expect.stringContaining('stopping'))
})
