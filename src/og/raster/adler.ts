/**
 * How bytes have changed. `sum` adds up the differences. `moment` adds up each difference times the number of bytes
 * from its byte to the last one.
 */
export type Change = { sum: number; moment: number }

const base = 65_521

/** The number of bytes that may be added up before the sums have to be reduced (as in zlib). */
const most = 5_552

/** Returns the checksum of a zlib stream (RFC 1950). */
export function adler32(bytes: Uint8Array): number {
  let low = 1
  let high = 0
  for (let at = 0; at < bytes.length; ) {
    const end = Math.min(at + most, bytes.length)
    for (; at < end; at++) {
      low += bytes[at] ?? 0
      high += low
    }
    low %= base
    high %= base
  }
  return high * 65_536 + low
}

/**
 * Combines the Adler-32 of two stretches of bytes; the second is `length` bytes long (as zlib's adler32_combine
 * does).
 */
export function joined(first: number, second: number, length: number): number {
  const [lowFirst, lowSecond] = [first % 65_536, second % 65_536]
  const [highFirst, highSecond] = [Math.floor(first / 65_536), Math.floor(second / 65_536)]
  const low = (lowFirst + lowSecond + base - 1) % base
  const high = (highFirst + highSecond + (length % base) * (lowFirst + base - 1)) % base
  return high * 65_536 + low
}

/** Returns the Adler-32 of bytes after a change, from the Adler-32 before it. */
export function changed(adler: number, { sum, moment }: Change): number {
  const low = remainder((adler % 65_536) + sum)
  const high = remainder(Math.floor(adler / 65_536) + moment)
  return high * 65_536 + low
}

const remainder = (value: number) => ((value % base) + base) % base
