import { pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { AuthenticationError, addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { query, sql } from '@/database/query'
import { forgetAttempts, giveBackAttempts, takeAttempts } from './attempts'
import { guessAbout, tooManyAttempts } from './guesses'
import { signedInAnswer } from './signed-in'

/** What Payload 3.90 spends on a password (generatePasswordSaltHash.js). */
const hash = { iterations: 600_000, bytes: 32, digest: 'sha256' }

/**
 * Replaces Payload's log-in. Guesses are limited, and an email that nobody has is refused with the same words after the
 * same time as a wrong password.
 */
export const logInEndpoint: Endpoint = {
  path: '/login',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const email = emailOf(req)
    const password = textOf(req, 'password')
    const { attempts } = await guessAbout(req, { what: 'sign-in', email })
    const wait = await takeAttempts(req.payload, attempts)
    if (wait > 0) return tooManyAttempts(req, wait)
    const isUnknown = !(await hasAccount(req, email))
    try {
      const result = await req.payload.login({
        collection: 'users',
        data: { email, password },
        depth: 0,
        overrideAccess: false,
        req,
      })
      await giveBackAttempts(req.payload, attempts)
      await forgetAttempts(
        req.payload,
        attempts.filter(
          ({ budget }) => budget === 'sign-in by account and address' || budget === 'sign-in by browser',
        ),
      )
      return await signedInAnswer(req, { ...result, message: req.t('authentication:passed') })
    } catch (error) {
      if (isUnknown && error instanceof AuthenticationError) await spendAsOnPassword(password)
      throw error
    }
  },
}

/** Returns a text that was sent, or an empty one. */
export function textOf(req: Pick<PayloadRequest, 'data'>, field: string): string {
  const value: unknown = (req.data as Record<string, unknown> | undefined)?.[field]
  return typeof value === 'string' ? value : ''
}

/** Returns the email that was sent, as it is stored. A text in Postgres cannot contain NUL. */
export const emailOf = (req: Pick<PayloadRequest, 'data'>): string =>
  textOf(req, 'email').replaceAll('\u0000', '').toLowerCase().trim()

async function hasAccount(req: PayloadRequest, email: string): Promise<boolean> {
  return (await query(req.payload, sql`select 1 from users where email = ${email}`)).length > 0
}

const derive = promisify(pbkdf2)

async function spendAsOnPassword(password: string): Promise<void> {
  await derive(password, randomBytes(32).toString('hex'), hash.iterations, hash.bytes, hash.digest)
}
