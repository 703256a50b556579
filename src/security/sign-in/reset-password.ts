import { addDataAndFileToRequest, type Endpoint } from 'payload'
import { giveBackAttempts, takeAttempts } from './attempts'
import { networkOfRequest, tooManyAttempts } from './guesses'
import { forgetBrowsers } from './known-browser'
import { textOf } from './log-in'
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
      data: { password: textOf(req, 'password'), token: textOf(req, 'token').replaceAll('\u0000', '') },
      overrideAccess: false,
      req,
    })) as unknown as SignedIn
    await giveBackAttempts(req.payload, [...attempts])
    if (result.user) await forgetBrowsers(req.payload, result.user.id)
    const message = req.t('authentication:passwordResetSuccessfully')
    return signedInAnswer(req, { ...result, message }, { tell: false })
  },
}
