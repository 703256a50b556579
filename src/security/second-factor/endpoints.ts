import {
  APIError,
  addDataAndFileToRequest,
  commitTransaction,
  type Endpoint,
  Forbidden,
  initTransaction,
  killTransaction,
  type PayloadRequest,
} from 'payload'
import { type Member, member } from '@/access/roles'
import { sentence } from '@/i18n/admin-words'
import { forgetAttempts, takeAttempts } from '../sign-in/attempts'
import { codeGuess, tooManyAttempts } from '../sign-in/guesses'
import { browserOf, isKnownBrowser } from '../sign-in/known-browser'
import { sentText } from '../sign-in/log-in'
import { rolesInNeed, signInRefusal } from './demand'
import {
  alone,
  beginSecondFactor,
  confirmSecondFactor,
  hasSecondFactor,
  passesSecondFactor,
  recoveryCodesLeft,
  removeSecondFactor,
  within,
} from './store'

/** The second factor of whoever is signed in. */
type SecondFactorState = { on: boolean; needed: boolean; recoveryCodesLeft: number }

const state: Endpoint = {
  path: '/second-factor',
  method: 'get',
  handler: async (req) => {
    const { id, role } = ownUser(req)
    const found: SecondFactorState = {
      on: await hasSecondFactor(alone(req.payload), id),
      needed: (await rolesInNeed(alone(req.payload))).includes(role),
      recoveryCodesLeft: await recoveryCodesLeft(alone(req.payload), id),
    }
    return answer(found)
  },
}

const begin: Endpoint = {
  path: '/second-factor',
  method: 'post',
  handler: async (req) => {
    const begun = await beginSecondFactor(alone(req.payload), ownUser(req))
    if (!begun)
      throw new APIError('There is a second factor already: take it off first.', 409, undefined, true)
    return answer(begun)
  },
}

const confirm: Endpoint = {
  path: '/second-factor/confirm',
  method: 'post',
  handler: (req) =>
    withCode(req, async (userId, code) => {
      const recoveryCodes = await confirmSecondFactor(within(req), { userId, code })
      return recoveryCodes && { recoveryCodes }
    }),
}

const takeOff: Endpoint = {
  path: '/second-factor/off',
  method: 'post',
  handler: async (req) => {
    const { role } = ownUser(req)
    if ((await rolesInNeed(alone(req.payload))).includes(role))
      throw new APIError(
        sentence(req.i18n?.language, (w) => w.errors.secondFactorNeeded),
        400,
        undefined,
        true,
      )
    return withCode(req, async (userId, code) =>
      (await passesSecondFactor(within(req), { userId, code })) &&
      (await removeSecondFactor(within(req), userId))
        ? { on: false }
        : undefined,
    )
  },
}

export const secondFactorEndpoints = [state, begin, confirm, takeOff]

type Own = Member & { email: string }

function ownUser(req: PayloadRequest): Own {
  const user = member({ req })
  if (!user) throw new Forbidden(req.t)
  return user as Own
}

/** Does something that needs a code of the user's, in one transaction. Codes are not tried at will. */
async function withCode(
  req: PayloadRequest,
  work: (userId: string, code: string) => Promise<object | undefined>,
): Promise<Response> {
  const { id, email } = ownUser(req)
  await addDataAndFileToRequest(req)
  const known = await isKnownBrowser(req.payload, { email, browser: browserOf(req) })
  const attempt = codeGuess(req, { email, known })
  const wait = await takeAttempts(req.payload, [attempt])
  if (wait > 0) return tooManyAttempts(req, wait)
  const owns = await initTransaction(req)
  try {
    const done = await work(id, sentText(req, 'code'))
    if (!done) throw signInRefusal(req, 'second-factor-wrong')
    if (owns) await commitTransaction(req)
    await forgetAttempts(req.payload, [attempt])
    return answer(done)
  } catch (error) {
    await killTransaction(req)
    throw error
  }
}

const answer = (body: object) => Response.json(body, { headers: { 'Cache-Control': 'no-store' } })
