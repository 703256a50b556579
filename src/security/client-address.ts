import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'

/** The header in which a route finds the address of whoever asks. What a client sends under this name is replaced. */
export const clientAddressHeader = 'x-terbit-client-address'

/**
 * Next shows routes no socket, and takes a client's own X-Forwarded-For at its word. So each request is given its
 * address before Next sees it: that of the socket, or, behind so many proxies of ours, the one that the outermost of
 * them wrote down.
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

/** Each proxy adds the address that it was asked from at the end: as many entries from the end can be believed. */
export function clientAddress(
  forwarded: string | string[] | undefined,
  socket: string | undefined,
  trustedProxies: number,
): string {
  const listed = [forwarded ?? []].flat().flatMap((value) => value.split(','))
  const hops = [...listed.map((hop) => hop.trim()).filter(Boolean), socket ?? 'unknown']
  return hops.at(-1 - trustedProxies) ?? hops[0] ?? 'unknown'
}
