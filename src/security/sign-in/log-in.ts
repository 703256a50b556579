import { pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'
import { AuthenticationError, addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import { query, sql } from '@/database/query'
import { reasonOf, type SecondStep, signInRefusal } from '../second-factor/demand'
import { alone, beginSecondFactor } from '../second-factor/store'
import { type Budget, forgetAttempts, giveBackAttempts, takeAttempts } from './attempts'
import { codeGuess, guessAbout, tooManyAttempts } from './guesses'
import { signedInAnswer } from './signed-in'

/** The work that Payload 3.90 spends on a password (generatePasswordSaltHash.js). */
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
    const password = sentText(req, 'password')
    const { attempts, known } = await guessAbout(req, { what: 'sign-in', email })
    const guess = codeGuess(req, { email, known })
    const step: SecondStep = { code: sentText(req, 'code').trim(), guess }
    const wait = await takeAttempts(req.payload, attempts)
    if (wait > 0) return tooManyAttempts(req, wait)
    const isUnknown = !(await hasAccount(req, email))
    try {
      const result = await req.payload.login({
        collection: 'users',
        data: { email, password },
        depth: 0,
        overrideAccess: false,
        context: { secondStep: step },
        req,
      })
      await giveBackAttempts(req.payload, attempts)
      const own = attempts.filter(({ budget }) => ownBudgets.includes(budget))
      await forgetAttempts(req.payload, step.code === '' ? own : [...own, guess])
      const { recoveryCodes } = step
      const message = req.t('authentication:passed')
      return await signedInAnswer(req, { ...result, message, ...(recoveryCodes && { recoveryCodes }) })
    } catch (error) {
      if (isUnknown && error instanceof AuthenticationError) await spendAsOnPassword(password)
      if (step.wait) return tooManyAttempts(req, step.wait)
      const reason = reasonOf(error)
      // The password was right, so this was no guess at it.
      if (reason === 'second-factor' || reason === 'second-factor-enrolment')
        await giveBackAttempts(req.payload, attempts)
      if (reason === 'second-factor-enrolment') return enrolment(req, email)
      throw error
    }
  },
}

/** The counts that a success empties: those of this account and of this browser, and none of a whole network. */
const ownBudgets: Budget[] = ['sign-in by account and address', 'sign-in by browser']

/** Answers somebody with the right password, who must set up a second factor first, with what an app needs for that. */
async function enrolment(req: PayloadRequest, email: string): Promise<Response> {
  const [user] = await query<{ id: string }>(req.payload, sql`select id from users where email = ${email}`)
  const begun = user && (await beginSecondFactor(alone(req.payload), { id: user.id, email }))
  const { message, data } = signInRefusal(req, 'second-factor-enrolment')
  const headers = { 'Cache-Control': 'no-store' }
  return Response.json({ errors: [{ message, data: { ...data, ...begun } }] }, { status: 401, headers })
}

/** Returns a text that was sent, or an empty one. */
export function sentText(req: Pick<PayloadRequest, 'data'>, field: string): string {
  const value: unknown = (req.data as Record<string, unknown> | undefined)?.[field]
  return typeof value === 'string' ? value : ''
}

/** Returns the email that was sent, as it is stored. A text in Postgres cannot contain NUL. */
export const emailOf = (req: Pick<PayloadRequest, 'data'>): string =>
  sentText(req, 'email').replaceAll('\u0000', '').toLowerCase().trim()

async function hasAccount(req: PayloadRequest, email: string): Promise<boolean> {
  return (await query(req.payload, sql`select 1 from users where email = ${email}`)).length > 0
}

const derive = promisify(pbkdf2)

async function spendAsOnPassword(password: string): Promise<void> {
  await derive(password, randomBytes(32).toString('hex'), hash.iterations, hash.bytes, hash.digest)
}
