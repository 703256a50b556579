import type { IncomingMessage, ServerResponse } from 'node:http'
import { retryAfter } from '@/database/load'
import { holdBack } from './hold-back'

const body = JSON.stringify({
  errors: [{ message: 'The server has too much to do at this moment. Try again in a few seconds.' }],
})

/**
 * Answers 503 with Retry-After where Next or Payload answers with an error because something was refused for load:
 * they say "not allowed" where the user could not be read, and "something went wrong" for the rest.
 */
export function tellLoad(
  { url = '/', method }: Pick<IncomingMessage, 'url' | 'method'>,
  response: ServerResponse,
  refusedForLoad: () => boolean,
): void {
  const isLoad = () => response.statusCode >= 400 && refusedForLoad()
  holdBack(response, isLoad, (given, give) => {
    response.statusCode = 503
    response.setHeader('retry-after', retryAfter)
    response.setHeader('cache-control', 'no-store')
    for (const name of ['content-encoding', 'transfer-encoding', 'etag']) response.removeHeader(name)
    if (url.startsWith('/api/')) response.setHeader('content-type', 'application/json')
    const answer = url.startsWith('/api/') ? Buffer.from(body) : given
    response.setHeader('content-length', answer.byteLength)
    give(method === 'HEAD' ? undefined : answer)
  })
}
