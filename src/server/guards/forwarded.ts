import type { IncomingMessage } from 'node:http'

/**
 * Settles the headers of proxies before Next sees them, whoever sent them. Next builds the address of a request from
 * them and takes its own rewrites for those to another server where that does not fit what it listens on (16.4,
 * `resolve-routes`); and it compares them with a form's origin before it runs an action. `X-Forwarded-For` stays, for
 * the addresses of clients (src/security/client-address.ts).
 *
 * - The protocol is the one that this server speaks: http.
 * - The host is the request's own where the browser says that its page came from there, and else that of the site: a
 *   proxy in front may have replaced `Host`.
 */
export function settleForwarded({ headers }: Pick<IncomingMessage, 'headers'>, siteUrl: string): void {
  for (const name of Object.keys(headers))
    if (name === 'forwarded' || (name.startsWith('x-forwarded-') && name !== 'x-forwarded-for'))
      delete headers[name]
  const { host, origin } = headers
  const asked = origin !== undefined && URL.canParse(origin) ? new URL(origin).host : undefined
  headers['x-forwarded-proto'] = 'http'
  headers['x-forwarded-host'] = host && asked === host ? host : new URL(siteUrl).host
}
