import { generatePayloadCookie, type PayloadRequest } from 'payload'
import { noteSession, sessionOf } from '../sessions/session-facts'
import { rememberBrowser } from './known-browser'
import { tellOfNewBrowser } from './new-browser-mail'

export type SignedIn = {
  token?: string
  user?: { id: string; email: string }
  message?: string
  recoveryCodes?: string[]
}

/** Answers a sign-in: sets the session's cookie, and remembers the browser. */
export async function signedInAnswer(
  req: PayloadRequest,
  result: SignedIn,
  { tell = true }: { tell?: boolean } = {},
): Promise<Response> {
  const { auth } = req.payload.config.collections.find(({ slug }) => slug === 'users') ?? {}
  const { user } = result
  if (!auth || !user) throw new Error('Expected a user of the collection `users`, who signs in.')
  const headers = new Headers({ 'Cache-Control': 'no-store' })
  const { cookiePrefix } = req.payload.config
  headers.append(
    'Set-Cookie',
    generatePayloadCookie({ collectionAuthConfig: auth, cookiePrefix, token: result.token ?? '' }),
  )
  const { cookie, isNew, language } = await rememberBrowser(req, user.id)
  headers.append('Set-Cookie', cookie)
  await noteSession(req, { session: sessionOf(result.token), userId: user.id })
  if (isNew && tell) void tellOfNewBrowser(req, { email: user.email, language })
  return Response.json(result, { headers })
}
