import { APIError, addDataAndFileToRequest, type Endpoint, Forbidden } from 'payload'
import { adminOnly } from '@/access/roles'
import { query, sql } from '@/database/query'
import { forgetAttempts } from './attempts'
import { emailOf } from './log-in'

/**
 * Replaces Payload's endpoint, which clears a lock that this product does not use: lets an admin clear what was counted
 * against an account, so that new browsers may try again at once.
 */
export const unlockEndpoint: Endpoint = {
  path: '/unlock',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    if (!adminOnly({ req })) throw new Forbidden(req.t)
    const email = emailOf(req)
    if (!email) throw new APIError('Expected an email.', 400, undefined, true)
    const found = await query(req.payload, sql`select 1 from users where email = ${email}`)
    if (found.length === 0) throw new Forbidden(req.t)
    await forgetAttempts(req.payload, [
      { budget: 'sign-in by account', of: email },
      { budget: 'code by account', of: email },
      { budget: 'forgot by account', of: email },
    ])
    return Response.json({ message: req.t('general:success') })
  },
}
