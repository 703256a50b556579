import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

/** The header in which routes find the client's address. A value sent by the client is overwritten. */
export const clientAddressHeader = 'x-terbit-client-address'

/**
 * Puts the client's address into a header of each request before Next sees it, because Next does not show sockets to
 * routes and trusts a client's own X-Forwarded-For. The address is that of the socket or, behind trusted proxies, the
 * one that the outermost of them noted.
 */
export function noteClientAddresses(trustedProxies: number): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.headers[clientAddressHeader] = clientAddress(
      request.headers['x-forwarded-for'],
      request.socket.remoteAddress,
      trustedProxies,
    )
  })
}

/**
 * Each proxy appends the address that called it, so only as many entries from the end as there are proxies are true.
 */
export function clientAddress(
  forwarded: string | string[] | undefined,
  socket: string | undefined,
  trustedProxies: number,
): string {
  const listed = [forwarded ?? []].flat().flatMap((value) => value.split(','))
  const hops = [...listed.map((hop) => hop.trim()).filter(Boolean), socket ?? 'unknown']
  return hops.at(-1 - trustedProxies) ?? hops[0] ?? 'unknown'
}
