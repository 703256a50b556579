import { hkdfSync } from 'node:crypto'

/**
 * A key for one purpose, derived from PAYLOAD_SECRET (HKDF, RFC 5869), so that instances which share the secret agree
 * without talking.
 */
export const derivedKey = (secret: string, purpose: string): string =>
  Buffer.from(hkdfSync('sha256', secret, 'terbit', purpose, 32)).toString('base64url')
