import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from '@/logs/server-log'

/**
 * Logs a request when it has been answered: as an error where the fault is ours, otherwise only for those who look for
 * it (`LOG_LEVEL=debug`), because a proxy in front keeps a log of all requests. Its query is left out, which may hold
 * words that somebody typed.
 */
export function logAnswer(
  log: Pick<Logger, 'debug' | 'error' | 'warn'>,
  { method, url = '/' }: Pick<IncomingMessage, 'method' | 'url'>,
  response: ServerResponse,
): void {
  const began = performance.now()
  const requestId = response.getHeader('x-request-id')
  response.once('close', () => {
    const { statusCode: status, writableFinished } = response
    const level = status === 503 ? 'warn' : status >= 500 ? 'error' : 'debug'
    const milliseconds = Math.round(performance.now() - began)
    const what = writableFinished ? 'answered' : 'cut'
    log[level]({ requestId, method, path: url.split('?')[0], status, milliseconds }, what)
  })
}
