import type { IncomingMessage, ServerResponse } from 'node:http'
import { Client } from 'pg'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { type CountName, countNow, type GaugeName, gaugeNow } from '@/metrics/measures'
import { sameSecret } from '@/security/secrets/same-secret'

export type Metrics = {
  /** Answers `/metrics` for those who may read it, and tells whether the request was for that. */
  answered: (request: IncomingMessage, response: ServerResponse) => boolean
  /** Counts a request when it has been answered. */
  observe: (request: Pick<IncomingMessage, 'url' | 'method'>, response: ServerResponse) => void
}

/**
 * What the server tells Prometheus about itself.
 * @param options.token opens `/metrics` to whoever sends it as `Authorization: Bearer …`, from anywhere
 */
export function metricsOf({ token, databaseUrl }: { token?: string; databaseUrl?: string }): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })

  const duration = new Histogram({
    name: 'terbit_http_request_duration_seconds',
    help: 'How long answers took, by kind of address and class of status.',
    labelNames: ['kind', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  })
  const requests = new Counter({
    name: 'terbit_http_requests_total',
    help: 'Requests by kind of address and status.',
    labelNames: ['kind', 'status'],
    registers,
  })

  const gauge = (name: string, help: string, [label, source]: [label: string, source: GaugeName]) =>
    new Gauge({
      name,
      help,
      labelNames: [label],
      registers,
      collect() {
        for (const [value, now] of Object.entries(gaugeNow(source))) this.set({ [label]: value }, now)
      },
    })
  gauge('terbit_database_pool_connections', 'Connections of the pool; waiting: those who want one.', [
    'state',
    'pool',
  ])
  gauge('terbit_database_transactions', 'Transactions open, and those that wait to be opened.', [
    'state',
    'transactions',
  ])
  gauge('terbit_card_queue', 'Cards that wait to be drawn.', ['state', 'cardQueue'])

  const counted = (name: string, help: string, [label, source]: [label: string, source: CountName]) =>
    new Counter({
      name,
      help,
      labelNames: [label],
      registers,
      collect() {
        this.reset()
        for (const [value, now] of Object.entries(countNow(source))) this.inc({ [label]: value }, now)
      },
    })
  counted('terbit_cards_total', 'Cards by where they came from: drawn, memory or disk.', ['source', 'cards'])

  const lag = new Gauge({
    name: 'terbit_event_age_seconds',
    help: 'Age of the oldest event that a consumer has not handled, 0 where there is none.',
    labelNames: ['consumer'],
    registers,
  })
  const answers = new Gauge({
    name: 'terbit_database_up',
    help: '1 where the database answered when this was asked, else 0.',
    registers,
  })

  /** On a connection of its own: a pool that is exhausted is what one wants to read about. */
  const readDatabase = async () => {
    if (!databaseUrl) return
    const client = new Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: 2_000,
      query_timeout: 2_000,
      application_name: 'terbit metrics',
    })
    client.on('error', () => undefined)
    try {
      await client.connect()
      const { rows } = await client.query<{ name: string; age: string }>(
        `select c.name, coalesce(extract(epoch from clock_timestamp() - min(e.written_at)), 0) as age
         from event_consumers c left join events e on e.position > c.position group by c.name`,
      )
      for (const { name, age } of rows) lag.set({ consumer: name }, Number(age))
      answers.set(1)
    } catch {
      answers.set(0)
    } finally {
      await client.end().catch(() => undefined)
    }
  }

  const answer = async (response: ServerResponse) => {
    await readDatabase()
    const text = await registry.metrics()
    response.writeHead(200, { 'Content-Type': registry.contentType, 'Cache-Control': 'no-store' })
    response.end(text)
  }

  return {
    answered(request, response) {
      if (request.url?.split('?')[0] !== '/metrics') return false
      if (request.method !== 'GET' || !mayRead(request, token)) {
        response.writeHead(404, { 'Cache-Control': 'no-store' })
        response.end()
        return true
      }
      answer(response).catch((error: Error) => response.destroy(error))
      return true
    },
    observe({ url = '/', method }, response) {
      const began = performance.now()
      response.once('close', () => {
        const kind = kindOf(url)
        requests.inc({ kind, status: String(response.statusCode) })
        if (method === 'GET')
          duration.observe(
            { kind, status: `${Math.floor(response.statusCode / 100)}xx` },
            (performance.now() - began) / 1000,
          )
      })
    },
  }
}

/**
 * Whoever has the token, or asks on this machine without a proxy in between: a proxy adds a header, and then the
 * address of the connection is the proxy's.
 */
export function mayRead(
  {
    headers,
    socket,
  }: { headers: IncomingMessage['headers']; socket: { remoteAddress?: string | undefined } },
  token: string | undefined,
): boolean {
  if (token && sameSecret(headers.authorization ?? '', `Bearer ${token}`)) return true
  const forwarded = [
    'forwarded',
    'via',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-real-ip',
  ]
  return loopback.test(socket.remoteAddress ?? '') && forwarded.every((name) => headers[name] === undefined)
}

const loopback = /^(?:::ffff:)?127\.|^::1$/

/** A few kinds, and never the address itself: each would become a series of its own, for ever. */
export const kindOf = (url: string): string => {
  const [, first = '', second = ''] = url.split(/[/?#]/)
  if (first === 'api') return second === 'og' ? 'card' : second === 'media' ? 'media' : 'api'
  if (first === 'admin' || first === 'internal' || first === 'health') return first
  if (first === '_next' || first === 'fonts' || first === 'icons') return 'file'
  if (second === 'search') return 'search'
  return /\.(?:xml|json|txt|webmanifest)(?:\?|$)/.test(url) ? 'feed' : 'page'
}
