import {
  APIError,
  addDataAndFileToRequest,
  commitTransaction,
  type Endpoint,
  generatePayloadCookie,
  initTransaction,
  killTransaction,
  parseCookies,
} from 'payload'
import { sentence } from '@/i18n/admin-words'
import { redeemSetupToken, setupCookie } from './setup-token'

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
      const { auth } = req.payload.config.collections.find(({ slug }) => slug === 'users') ?? {}
      if (!auth) throw new Error('Expected the collection `users`, which signs in.')
      const cookie = generatePayloadCookie({
        collectionAuthConfig: auth,
        cookiePrefix: req.payload.config.cookiePrefix,
        token: login.token ?? '',
      })
      const headers = new Headers({ 'Set-Cookie': cookie })
      headers.append('Set-Cookie', `${setupCookie}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`)
      const message = req.t('authentication:successfullyRegisteredFirstUser')
      return Response.json({ ...login, message }, { headers })
    } catch (error) {
      await killTransaction(req)
      throw error
    }
  },
}
