import { describe, expect, test } from 'vitest'
import { clientAddressHeader } from '@/security/client-address'
import { rateLimit } from '@/security/rate-limit'
import { type Limits, refusedTooMany } from '@/server/answers/too-many'

const small = (): Limits => ({
  rest: rateLimit({ burst: 2, perSecond: 0.5, now: () => 0 }),
  search: rateLimit({ burst: 2, perSecond: 0.5, now: () => 0 }),
})

type Sent = { status: number; headers: Record<string, unknown>; body: string }

function ask(limits: Limits, url: string, { address = '192.0.2.1', language = 'en', method = 'GET' } = {}) {
  const sent: Sent = { status: 200, headers: {}, body: '' }
  const response = {
    writeHead: (status: number, headers: Record<string, unknown>) => Object.assign(sent, { status, headers }),
    end: (body?: string) => Object.assign(sent, { body: body ?? '' }),
  }
  const headers = { [clientAddressHeader]: address, 'accept-language': language }
  refusedTooMany({ url, method, headers }, response as never, limits)
  return sent
}

const third = (limits: Limits, url: string, more: Parameters<typeof ask>[2] = {}) =>
  [1, 2, 3].map(() => ask(limits, url, more)).at(-1)

describe('a network that asks too often', () => {
  test.each([
    '/api/articles',
    '/api//articles?x=1',
    '//api/users/me',
    '/id/search?q=kopi',
    '//en/search?q=x',
  ])('a network that asks too often is refused %s, and told when to come back', (url) => {
    const answer = third(small(), url)
    expect([answer?.status, answer?.headers['Retry-After']]).toEqual([429, 2])
  })

  test('a network that asks too often is told so in its language: of the page, or of the browser', () => {
    expect(third(small(), '/id/search?q=x')?.body).toContain('<p>Terlalu banyak permintaan.')
    expect(third(small(), '/en/search?q=x', { language: 'id' })?.body).toContain('<p>Too many requests.')
    expect(third(small(), '/api/tags', { language: 'id' })?.body).toContain('Terlalu banyak permintaan.')
  })

  test('a network that asks too often keeps no other network from asking, but is one whichever of its addresses it uses', () => {
    const limits = small()
    for (const host of [1, 2, 3]) ask(limits, '/api/tags', { address: `2001:db8:0:1::${host}` })
    expect(ask(limits, '/api/tags', { address: '2001:db8:0:1::4' }).status).toBe(429)
    expect(ask(limits, '/api/tags', { address: '2001:db8:0:2::1' }).status).toBe(200)
  })

  test('a network that asks too often gets no body to HEAD', () => {
    expect(third(small(), '/api/tags', { method: 'HEAD' })).toMatchObject({ status: 429, body: '' })
  })
})

test.each(['/id', '/id/search', '/api/og?title=x', '/api/media/file/a.png', '/id/blog/search?q=x'])(
  '%s is not counted',
  (url) => {
    expect(third(small(), url)?.status).toBe(200)
  },
)
