import {
  APIError,
  addDataAndFileToRequest,
  commitTransaction,
  type Endpoint,
  initTransaction,
  killTransaction,
  parseCookies,
} from 'payload'
import { sentence } from '@/i18n/admin-words'
import { redeemSetupToken, setupCookie } from './setup-token'
import { type Attempt, giveBackAttempts, takeAttempts } from './sign-in/attempts'
import { networkOfRequest, tooManyAttempts } from './sign-in/guesses'
import { signedInAnswer } from './sign-in/signed-in'

/**
 * Replaces Payload's endpoint at this address, which makes the first visitor an admin. Here the browser must carry the
 * token of the one-time link, and the first user is an admin whatever the form says.
 */
export const firstUserEndpoint: Endpoint = {
  path: '/first-register',
  method: 'post',
  handler: async (req) => {
    const refused = () =>
      new APIError(
        sentence(req.i18n?.language, (w) => w.errors.setupLink),
        403,
        undefined,
        true,
      )
    const attempts: Attempt[] = [{ budget: 'set-up by address', of: networkOfRequest(req) }]
    const wait = await takeAttempts(req.payload, attempts)
    if (wait > 0) return tooManyAttempts(req, wait)
    const token = parseCookies(req.headers).get(setupCookie)
    if (!token) throw refused()
    // The admin panel sends a form, scripts send JSON.
    await addDataAndFileToRequest(req)
    const { email, password, name } = (req.data ?? {}) as { email?: string; password?: string; name?: string }
    const owns = await initTransaction(req)
    try {
      if (!(await redeemSetupToken(req, token))) throw refused()
      const { totalDocs } = await req.payload.count({ collection: 'users', req })
      if (totalDocs > 0) throw refused()
      await req.payload.create({
        collection: 'users',
        data: { email: email ?? '', password: password ?? '', name: name ?? '', role: 'admin' },
        req,
      })
      const login = await req.payload.login({
        collection: 'users',
        data: { email: email ?? '', password: password ?? '' },
        req,
      })
      if (owns) await commitTransaction(req)
      await giveBackAttempts(req.payload, attempts)
      const message = req.t('authentication:successfullyRegisteredFirstUser')
      const answer = await signedInAnswer(req, { ...login, message }, { tell: false })
      answer.headers.append('Set-Cookie', `${setupCookie}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`)
      return answer
    } catch (error) {
      await killTransaction(req)
      throw error
    }
  },
}
