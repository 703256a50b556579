import { LRUCache } from 'lru-cache'

export type RateLimit = {
  /** Takes one of what the address may still have. @returns 0, or the seconds after which there is one again. */
  take: (address: string) => number
}

export type RateLimitOptions = {
  /** What an address may take at once. */
  burst: number
  /** What it gets back a second. */
  perSecond: number
  /** Milliseconds of a clock that never goes back. */
  now?: () => number
}

/** Addresses that are remembered; those that asked longest ago are forgotten first, and start anew. */
const remembered = 10_000

/** A token bucket for each address, in the memory of this process. */
export function rateLimit({ burst, perSecond, now = () => performance.now() }: RateLimitOptions): RateLimit {
  const buckets = new LRUCache<string, { left: number; at: number }>({ max: remembered })
  return {
    take(address) {
      const time = now()
      const bucket = buckets.get(address) ?? { left: burst, at: time }
      const left = Math.min(burst, bucket.left + ((time - bucket.at) / 1000) * perSecond)
      const granted = left >= 1
      buckets.set(address, { left: granted ? left - 1 : left, at: time })
      return granted ? 0 : Math.ceil((1 - left) / perSecond)
    },
  }
}
