import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { countOne, measure } from '@/metrics/measures'
import { kindOf, mayRead, metricsOf } from '@/server/answers/metrics'

const from = (remoteAddress: string, headers: Record<string, string> = {}) => ({
  headers,
  socket: { remoteAddress },
})

test.each([
  ['this machine', from('127.0.0.1'), undefined, true],
  ['this machine by IPv6', from('::1'), undefined, true],
  ['this machine by a mapped address', from('::ffff:127.0.0.1'), undefined, true],
  ['a proxy on this machine', from('127.0.0.1', { 'x-forwarded-for': '203.0.113.7' }), undefined, false],
  ['a proxy that only says via', from('127.0.0.1', { via: '1.1 proxy' }), undefined, false],
  ['another machine', from('10.0.0.7'), undefined, false],
  [
    'another machine with no token to a server without one',
    from('10.0.0.7', { authorization: 'Bearer ' }),
    '',
    false,
  ],
  ['the token', from('10.0.0.7', { authorization: 'Bearer rahasia' }), 'rahasia', true],
  ['another token', from('10.0.0.7', { authorization: 'Bearer salah' }), 'rahasia', false],
  [
    'the token behind a proxy',
    from('127.0.0.1', { authorization: 'Bearer rahasia', via: 'x' }),
    'rahasia',
    true,
  ],
] as const)('%s may read: %#', (_, request, token, expected) => {
  expect(mayRead(request, token)).toBe(expected)
})

test.each([
  ['/id', 'page'],
  ['/id/blog/apa-saja', 'page'],
  ['/id/search?q=x', 'search'],
  ['/id/rss.xml', 'feed'],
  ['/api/og?title=x', 'card'],
  ['/api/articles/1', 'api'],
  ['/api/media/file/x.webp', 'media'],
  ['/_next/static/x.js', 'file'],
  ['/admin/login', 'admin'],
])('%s is a %s', (url, kind) => {
  expect(kindOf(url)).toBe(kind)
})

test('/metrics tells of requests, cards and the pool in the format of Prometheus', async () => {
  const metrics = metricsOf({ token: 'rahasia' })
  measure('pool', () => ({ total: 3, idle: 2, waiting: 1 }))
  countOne('cards', 'drawn')
  const server = createServer((request, response) => {
    metrics.observe(request, response)
    if (!metrics.answered(request, response)) response.end('a page')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await (await fetch(`${origin}/id/blog/x`)).text()
  const text = await (await fetch(`${origin}/metrics`)).text()
  const refused = await fetch(`${origin}/metrics`, { headers: { 'X-Forwarded-For': '203.0.113.7' } })
  server.close()
  expect(text).toContain('terbit_http_requests_total{kind="page",status="200"} 1')
  expect(text).toContain('terbit_http_request_duration_seconds_bucket{le="0.005",kind="page",status="2xx"}')
  expect(text).toContain('terbit_cards_total{source="drawn"}')
  expect(text).toContain('terbit_database_pool_connections{state="waiting"} 1')
  expect(text).toMatch(/process_resident_memory_bytes \d/)
  expect(text).toContain('nodejs_eventloop_lag_p99_seconds')
  expect(refused.status).toBe(404)
})
