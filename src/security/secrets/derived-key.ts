import { hkdfSync } from 'node:crypto'

/**
 * Derives a key for one purpose from PAYLOAD_SECRET (HKDF, RFC 5869). Instances that share the secret get the same key
 * without talking to each other.
 */
export const derivedKey = (secret: string, purpose: string): string =>
  Buffer.from(hkdfSync('sha256', secret, 'terbit', purpose, 32)).toString('base64url')
