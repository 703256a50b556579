import { headersWithCors, type PayloadRequest } from 'payload'
import { sentence } from '@/i18n/admin-words'
import { clientAddressHeader } from '../client-address'
import type { Attempt } from './attempts'
import { browserOf, isKnownBrowser } from './known-browser'
import { networkOf } from './network'

/** Returns the network that a request came from, as the server noted it. */
export const networkOfRequest = (req: Pick<PayloadRequest, 'headers'>): string =>
  networkOf(req.headers.get(clientAddressHeader) ?? 'unknown')

export type Guess = { known: boolean; attempts: Attempt[] }

/**
 * Returns the budgets that a guess about an account counts against. A browser that has signed in to it before counts by
 * itself, so that nobody else can lock it out. All others count by account and by network.
 */
export async function guessAbout(
  req: PayloadRequest,
  { what, email }: { what: 'sign-in' | 'forgot'; email: string },
): Promise<Guess> {
  const browser = browserOf(req)
  const known = await isKnownBrowser(req.payload, { email, browser })
  if (known) return { known, attempts: [{ budget: `${what} by browser`, of: `${email} ${browser}` }] }
  const network = networkOfRequest(req)
  return {
    known,
    attempts: [
      { budget: `${what} by address`, of: network },
      { budget: `${what} by account and address`, of: `${email} ${network}` },
      { budget: `${what} by account`, of: email },
    ],
  }
}

/** Returns the budget of codes of the second step, which are guessed by somebody who knows the password. */
export const codeGuess = (
  req: PayloadRequest,
  { email, known }: { email: string; known: boolean },
): Attempt =>
  known
    ? { budget: 'code by browser', of: `${email} ${browserOf(req)}` }
    : { budget: 'code by account', of: email }

/** The answer to somebody who has tried too often: 429 with the time to wait, in the panel's language. */
export function tooManyAttempts(req: PayloadRequest, seconds: number): Response {
  const count = Math.ceil(seconds / 60)
  const message = sentence(req.i18n?.language, (w) => w.errors.tooManyAttempts, { count })
  const headers = headersWithCors({ headers: new Headers({ 'Retry-After': String(seconds) }), req })
  headers.set('Cache-Control', 'no-store')
  return Response.json({ errors: [{ message }] }, { status: 429, headers })
}
