import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { bodyBound } from './body-bound'
import { settleForwarded } from './forwarded'
import type { RequestRefusal } from './refusal'
import { refusalOfRequestLine } from './request-line'
import { hasBody, refuseUnread, watchBody } from './watch-body'

export type GuardOptions = {
  siteUrl: string
  secret: string
  /** Milliseconds in which an answer begins, and one to an upload, whose picture is made smaller first. */
  answersWithin: number
  uploadsWithin: number
}

/** Milliseconds, as `GuardOptions` takes them. Statements in the database are ended after 30 s. */
export const patience = { answersWithin: 60_000, uploadsWithin: 180_000 }

/**
 * Refuses a request that nobody should read to its end, and tells whether it did. What passes is watched while it
 * arrives, and its headers of proxies are settled.
 */
export function refused(request: IncomingMessage, response: ServerResponse, options: GuardOptions): boolean {
  const { siteUrl, secret, answersWithin, uploadsWithin } = options
  const unfit = refusalOfRequestLine(request) ?? refusalOfOrigin(request)
  const bound = unfit ?? (hasBody(request) ? bodyBound(request, secret) : undefined)
  if (bound && 'status' in bound) {
    refuseUnread(request, response, bound)
    return true
  }
  settleForwarded(request, siteUrl)
  watchBody(request, response, { bound, answersWithin: bound?.upload ? uploadsWithin : answersWithin })
  return false
}

/** Next fails on an origin that is no address (16.4, `action-handler`). */
const refusalOfOrigin = ({ headers: { origin } }: IncomingMessage): RequestRefusal | undefined =>
  origin === undefined || origin === 'null' || URL.canParse(origin)
    ? undefined
    : { status: 400, reason: 'Expected an origin such as https://example.org in the header Origin.' }

/** Milliseconds in which the headers of a request, and all of it, must have arrived. */
export const arrival = { headersTimeout: 20_000, requestTimeout: 300_000 }

/** Answers what Node keeps apart from other requests: CONNECT, and whoever asks before sending a body. */
export function guardOthers(
  server: Server,
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): void {
  server.on('checkContinue', handle)
  server.on('connect', (_request, socket) => {
    socket.end(
      'HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
    )
  })
}
