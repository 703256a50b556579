import { createHmac, timingSafeEqual } from 'node:crypto'

/** What of an address a signature covers, in this order, whatever the order in the address. */
const covered = ['title', 'locale', 'kind', 'id', 'v'] as const

/** The signature of a card's address: HMAC-SHA-256 of its parameters, those that are missing included, in base64url. */
export function signatureOf(search: URLSearchParams, key: string): string {
  const parts = covered.map((name) => search.get(name))
  return createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url')
}

/** Whether an address carries the signature that belongs to it. Takes the same time whatever is wrong with it. */
export function isSigned(search: URLSearchParams, key: string): boolean {
  const [given, right] = [search.get('sig') ?? '', signatureOf(search, key)].map((text) => Buffer.from(text))
  return (
    given !== undefined &&
    right !== undefined &&
    given.length === right.length &&
    timingSafeEqual(given, right)
  )
}
