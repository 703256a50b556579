import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** The session's cookie, with the prefix that browsers want on https. */
const cookie = /(?:^|;\s*)(?:__Host-)?terbit-token=([^;]+)/

/**
 * Tells whether a request carries a session that we signed and that has not run out. The database is not asked, so the
 * session may have been ended meanwhile: this decides how much is read, never what is allowed.
 */
export function carriesSession(
  { authorization = '', cookie: cookies = '' }: Pick<IncomingHttpHeaders, 'authorization' | 'cookie'>,
  secret: string,
): boolean {
  const [, token] = /^(?:JWT|Bearer) (\S+)$/.exec(authorization) ?? cookie.exec(cookies) ?? []
  return token !== undefined && isOurs(token, signingKey(secret))
}

/** Payload signs with this (its `init`), not with PAYLOAD_SECRET itself. */
const signingKey = (secret: string): string => createHash('sha256').update(secret).digest('hex').slice(0, 32)

/** JSON Web Token, RFC 7519, with HMAC-SHA-256 whatever its header says. */
function isOurs(token: string, key: string): boolean {
  const [header, claims, signature, ...rest] = token.split('.')
  if (!header || !claims || !signature || rest.length > 0) return false
  const right = createHmac('sha256', key).update(`${header}.${claims}`).digest()
  const given = Buffer.from(signature, 'base64url')
  if (given.length !== right.length || !timingSafeEqual(given, right)) return false
  const { exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { exp?: number }
  return typeof exp === 'number' && exp * 1000 > Date.now()
}
