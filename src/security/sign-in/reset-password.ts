import { addDataAndFileToRequest, type Endpoint, type PayloadRequest } from 'payload'
import type { Role } from '@/access/roles'
import { sql } from '@/database/query'
import { rolesInNeed, type SecondStep } from '../second-factor/demand'
import { alone, hasSecondFactor } from '../second-factor/store'
import { endSessions } from '../sessions/session-facts'
import { giveBackAttempts, takeAttempts } from './attempts'
import { networkOfRequest, tooManyAttempts } from './guesses'
import { forgetBrowsers } from './known-browser'
import { sentText } from './log-in'
import { type SignedIn, signedInAnswer } from './signed-in'

/**
 * Replaces Payload's endpoint: tokens cannot be tried at will, and after a new password every browser but this one is a
 * stranger's again.
 */
export const resetPasswordEndpoint: Endpoint = {
  path: '/reset-password',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const attempts = [{ budget: 'reset by address', of: networkOfRequest(req) }] as const
    const wait = await takeAttempts(req.payload, [...attempts])
    if (wait > 0) return tooManyAttempts(req, wait)
    const result = (await req.payload.resetPassword({
      collection: 'users',
      data: { password: sentText(req, 'password'), token: sentText(req, 'token').replaceAll('\u0000', '') },
      overrideAccess: false,
      context: { secondStep: { code: '', withoutCode: true } satisfies SecondStep },
      req,
    })) as unknown as SignedIn
    await giveBackAttempts(req.payload, [...attempts])
    const message = req.t('authentication:passwordResetSuccessfully')
    const { user } = result
    if (!user) return Response.json({ message })
    await forgetBrowsers(req.payload, user.id)
    if (!(await needsSecondStep(req, user.id)))
      return signedInAnswer(req, { ...result, message }, { tell: false })
    // The link proves that the mail is theirs, and not the second factor: they sign in with the new password and a code.
    await endSessions(req.payload, { userId: user.id })
    return Response.json({ message })
  },
}

async function needsSecondStep(req: PayloadRequest, userId: string): Promise<boolean> {
  const run = alone(req.payload)
  if (await hasSecondFactor(run, userId)) return true
  const [user] = await run<{ role: Role }>(sql`select role::text from users where id = ${userId}`)
  return user !== undefined && (await rolesInNeed(run)).includes(user.role)
}
