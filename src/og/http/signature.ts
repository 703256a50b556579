import { createHmac, timingSafeEqual } from 'node:crypto'

/** The parameters that a signature covers, in this order, whatever their order in the address. */
const covered = ['title', 'locale', 'kind', 'id', 'v'] as const

/** Signs a card's address: HMAC-SHA-256 of its parameters, including the missing ones, in base64url. */
export function signatureOf(search: URLSearchParams, key: string): string {
  const parts = covered.map((name) => search.get(name))
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url')
}

/**
 * Tells whether an address carries its own signature. The comparison takes the same time whatever is wrong with it.
 */
export function isSigned(search: URLSearchParams, key: string): boolean {
  const [given, right] = [search.get('sig') ?? '', signatureOf(search, key)].map((text) => Buffer.from(text))
  return (
    given !== undefined &&
    right !== undefined &&
    given.length === right.length &&
    timingSafeEqual(given, right)
  )
}
