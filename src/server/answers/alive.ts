import type { IncomingMessage, ServerResponse } from 'node:http'

const body = JSON.stringify({ status: 'ok' })

/**
 * Answers `/health/live`, and tells whether it did. Next is not asked: that this process answers is all there is to
 * say, and it is said at once whatever else is being done.
 */
export function answeredAlive(
  { url, method }: Pick<IncomingMessage, 'url' | 'method'>,
  response: Pick<ServerResponse, 'writeHead' | 'end'>,
): boolean {
  if (url?.split('?')[0] !== '/health/live' || (method !== 'GET' && method !== 'HEAD')) return false
  response.writeHead(200, {
    'Content-Type': 'application/json',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(method === 'HEAD' ? undefined : body)
  return true
}
