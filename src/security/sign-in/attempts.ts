import { createHmac } from 'node:crypto'
import type { BasePayload } from 'payload'
import { type RateLimiterAbstract, RateLimiterPostgres } from 'rate-limiter-flexible'
import { environment } from '@/env'
import { derivedKey } from '../secrets/derived-key'

const minutes = 60
const hours = 60 * minutes

/**
 * How many attempts there are in a window of that many seconds. Attempts that succeed are given back. A browser that
 * has signed in to an account before has a budget of its own, which strangers cannot use up (OWASP, "device cookies").
 */
const budgets = {
  'sign-in by address': { points: 100, duration: 15 * minutes },
  'sign-in by account and address': { points: 10, duration: 15 * minutes },
  'sign-in by account': { points: 200, duration: hours },
  'sign-in by browser': { points: 10, duration: 15 * minutes },
  'code by account': { points: 30, duration: 24 * hours },
  'code by browser': { points: 30, duration: 24 * hours },
  'forgot by address': { points: 30, duration: hours },
  'forgot by account and address': { points: 5, duration: hours },
  'forgot by account': { points: 20, duration: hours },
  'forgot by browser': { points: 5, duration: hours },
  'reset by address': { points: 30, duration: 15 * minutes },
  'set-up by address': { points: 30, duration: 15 * minutes },
} as const

export type Budget = keyof typeof budgets

/** One budget of one address, account or browser. */
export type Attempt = { budget: Budget; of: string }

/**
 * Takes one attempt from every budget, before anything is checked, so that guesses made at once count too.
 * @returns 0, or the seconds until all of them allow another one. Then nothing is to be checked.
 */
export async function takeAttempts(payload: Pick<BasePayload, 'db'>, attempts: Attempt[]): Promise<number> {
  const waits = await Promise.all(
    attempts.map(async (attempt) => {
      try {
        await limiterOf(payload, attempt.budget).consume(keyOf(attempt))
        return 0
      } catch (refusal) {
        if (!isUsedUp(refusal)) throw refusal
        return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
      }
    }),
  )
  return Math.max(0, ...waits)
}

/** Gives back one attempt of each budget, because it was no guess. */
export async function giveBackAttempts(payload: Pick<BasePayload, 'db'>, attempts: Attempt[]): Promise<void> {
  await Promise.all(attempts.map((attempt) => limiterOf(payload, attempt.budget).reward(keyOf(attempt))))
}

/** Empties the count of each budget. */
export async function forgetAttempts(payload: Pick<BasePayload, 'db'>, attempts: Attempt[]): Promise<void> {
  await Promise.all(attempts.map((attempt) => limiterOf(payload, attempt.budget).delete(keyOf(attempt))))
}

/**
 * The package rejects with its result when nothing is left, and with an error when the database fails. The result's
 * class may be another bundle's copy.
 */
const isUsedUp = (refusal: unknown): refusal is { msBeforeNext: number } =>
  typeof refusal === 'object' && refusal !== null && 'msBeforeNext' in refusal

type Limiters = Partial<Record<Budget, RateLimiterAbstract>>

/** Next loads this file once for each route, and all of them must count together. */
const shared = globalThis as { terbitAttempts?: WeakMap<object, Limiters> }
shared.terbitAttempts ??= new WeakMap()
const limiters = shared.terbitAttempts

function limiterOf(payload: Pick<BasePayload, 'db'>, budget: Budget): RateLimiterAbstract {
  const { pool } = payload.db as unknown as { pool: object }
  const known = limiters.get(pool) ?? {}
  limiters.set(pool, known)
  const options = { ...budgets[budget], keyPrefix: budget }
  // With the embedded Postgres too: memory would forget the counts at a restart, and grow with every address.
  known[budget] ??= new RateLimiterPostgres({
    ...options,
    storeClient: pool,
    storeType: 'pool',
    tableName: 'attempts',
    tableCreated: true,
  })
  return known[budget]
}

/** The table holds no emails or addresses, only what they become with a key of this site. */
const keyOf = ({ budget, of }: Attempt): string =>
  createHmac('sha256', derivedKey(environment().secret ?? '', 'attempts'))
    .update(`${budget} ${of}`)
    .digest('base64url')
