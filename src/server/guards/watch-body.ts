import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BodyBound } from './body-bound'
import { type RequestRefusal, refuse } from './refusal'

/** Milliseconds for which what is sent after a refusal is thrown away, so that its sender comes to read the answer. */
const patience = 10_000

/**
 * Watches a request while it arrives and is answered. A body beyond its bound is refused at the piece that shows it,
 * and nothing after that piece is kept. An answer that does not begin in time is given up with 503.
 * @param options.answersWithin milliseconds, from when the whole request has arrived
 */
export function watchBody(
  request: IncomingMessage,
  response: ServerResponse,
  { bound, answersWithin }: { bound: BodyBound | undefined; answersWithin: number },
): void {
  const own = { writeHead: response.writeHead.bind(response), end: response.end.bind(response) }
  const push = request.push.bind(request)
  let size = 0
  let timer: NodeJS.Timeout | undefined
  const begun = () => clearTimeout(timer)

  const giveUp = (refusal: RequestRefusal) => {
    begun()
    if (!response.headersSent) refuse(request, own, refusal)
    silence(response)
    throwAway(request)
  }

  request.push = (piece: unknown, encoding?: BufferEncoding) => {
    if (piece === null) timer = setTimeout(() => giveUp(tooSlow), answersWithin)
    if (bound && Buffer.isBuffer(piece)) {
      size += piece.byteLength
      const refusal = size > bound.most ? bound.tooLarge : bound.refusalOfPiece?.(piece)
      if (refusal) {
        giveUp(refusal)
        return true
      }
    }
    return push(piece, encoding)
  }
  response.once('close', begun)
  // Once the head is sent, the reader decides how long the rest takes.
  response.writeHead = ((...head: Parameters<ServerResponse['writeHead']>) => {
    begun()
    return own.writeHead(...head)
  }) as ServerResponse['writeHead']
}

/** Refuses a request whose body nobody has begun to read. */
export function refuseUnread(
  request: IncomingMessage,
  response: ServerResponse,
  refusal: RequestRefusal,
): void {
  refuse(request, response, refusal)
  if (hasBody(request)) throwAway(request)
}

export const hasBody = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/**
 * Throws away the rest of a body, and then ends the connection. Were it ended at once, the sender would see a broken
 * connection in place of the answer. Whoever reads the request gets no end of it: half a body must not pass for a whole.
 */
function throwAway(request: IncomingMessage): void {
  const { socket } = request
  if (request.complete) {
    socket.destroySoon()
    return
  }
  request.push = (piece: unknown) => {
    if (piece === null) socket.destroySoon()
    return true
  }
  request.resume()
  const timer = setTimeout(() => socket.destroy(), patience)
  socket.once('close', () => clearTimeout(timer))
}

/** Whoever handles the request may still be at it, and would answer a second time. */
function silence(response: ServerResponse): void {
  const unchanged = () => response
  Object.assign(response, {
    writeHead: unchanged,
    setHeader: unchanged,
    appendHeader: unchanged,
    removeHeader: () => undefined,
    flushHeaders: () => undefined,
    write: () => true,
    end: unchanged,
  })
}

const tooSlow: RequestRefusal = {
  status: 503,
  reason: 'The answer took too long and was given up. Try again in a few seconds.',
  headers: { 'Retry-After': '5' },
}
