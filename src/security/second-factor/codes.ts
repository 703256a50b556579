import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { sha256Of } from '@/sha256'

const seconds = 30

/** Returns a new secret in Base32, as apps take it. */
export const newSecret = (): string => new Secret({ size: 20 }).base32

/** Returns the address that an authenticator app reads from a QR code: otpauth://totp/Terbit:dewi@example.org?… */
export const appAddress = (secret: string, email: string): string => totp(secret, email).toString()

/**
 * Returns the time step that a code belongs to, or undefined when it is wrong. A clock may be off by one step.
 *
 * @param now milliseconds since 1970.
 */
export function stepOf(secret: string, code: string, now: number): number | undefined {
  const token = code.replace(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const delta = totp(secret, '').validate({ token, timestamp: now, window: 1 })
  return delta === null ? undefined : Math.floor(now / 1000 / seconds) + delta
}

// SHA-1, six digits and 30 seconds are all that every authenticator app understands.
const totp = (secret: string, label: string) =>
  new TOTP({ issuer: 'Terbit', label, secret: Secret.fromBase32(secret), period: seconds })

/** Without letters and digits that look alike. */
const letters = '23456789abcdefghjkmnpqrstuvwxyz'

/** Returns ten codes for whoever has lost their device: 'k7wq2-m9xhd', 49 bits each. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () => {
    const code = Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('')
    return `${code.slice(0, 5)}-${code.slice(5)}`
  })

/** Returns what is kept of a recovery code. It is random, so a plain hash does not give it away. */
export const hashOfRecoveryCode = (code: string): string => sha256Of(code.toLowerCase().replace(/[\s-]/g, ''))
