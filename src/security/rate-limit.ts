import { LRUCache } from 'lru-cache'

export type RateLimit = {
  /** Takes one request from an address's allowance. @returns 0, or the seconds until the next one is allowed. */
  take: (address: string) => number
}

export type RateLimitOptions = {
  /** How many requests an address may make at once. */
  burst: number
  /** How many requests it regains per second. */
  perSecond: number
  /** Returns milliseconds of a clock that never goes back. */
  now?: () => number
}

/** How many addresses are remembered. The least recent ones are forgotten first and start again. */
const remembered = 10_000

/** Makes a token bucket for each address, in the memory of this process. */
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
