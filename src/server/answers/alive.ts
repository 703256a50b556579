import type { IncomingMessage, ServerResponse } from 'node:http'

const alive = JSON.stringify({ status: 'ok' })
const stopping = JSON.stringify({ status: 'unavailable', reason: 'The server is stopping.' })

type Asked = Pick<IncomingMessage, 'url' | 'method'>
type Answer = Pick<ServerResponse, 'writeHead' | 'end'>

/**
 * Answers `/health/live`, and tells whether it did. Next is not asked: that this process answers is all there is to
 * say, and it is said at once whatever else is being done.
 */
export const answeredAlive = (request: Asked, response: Answer): boolean =>
  answered('/health/live', { status: 200, body: alive }, { request, response })

/** Answers `/health/ready` in a server that is ending: whoever balances load sends nobody here any more. */
export const answeredStopping = (request: Asked, response: Answer): boolean =>
  answered('/health/ready', { status: 503, body: stopping }, { request, response })

function answered(
  path: string,
  { status, body }: { status: number; body: string },
  { request: { url, method }, response }: { request: Asked; response: Answer },
): boolean {
  if (url?.split('?')[0] !== path || (method !== 'GET' && method !== 'HEAD')) return false
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': body.length,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(method === 'HEAD' ? undefined : body)
  return true
}
