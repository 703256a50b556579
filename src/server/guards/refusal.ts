import type { IncomingMessage, ServerResponse } from 'node:http'

/** Why a request is not handled: an HTTP status with a sentence for whoever sent it, or with none where headers say it. */
export type RequestRefusal = { status: number; reason: string; headers?: Record<string, string> }

/**
 * Answers a request with a refusal, in the form that its sender reads: the admin panel and scripts get the errors of
 * the REST API, everybody else a line of text.
 */
export function refuse(
  { url = '/', method }: Pick<IncomingMessage, 'url' | 'method'>,
  response: Pick<ServerResponse, 'writeHead' | 'end'>,
  { status, reason, headers }: RequestRefusal,
): void {
  if (!reason) {
    response.writeHead(status, headers)
    response.end()
    return
  }
  const json = url.startsWith('/api/')
  const body = json ? JSON.stringify({ errors: [{ message: reason }] }) : `${reason}\n`
  response.writeHead(status, {
    'Content-Type': json ? 'application/json' : 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
  })
  response.end(method === 'HEAD' ? undefined : body)
}
