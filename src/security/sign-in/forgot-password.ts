import { addDataAndFileToRequest, type Endpoint, headersWithCors, type PayloadRequest } from 'payload'
import { takeAttempts } from './attempts'
import { guessAbout, tooManyAttempts } from './guesses'
import { emailOf } from './log-in'

/** Milliseconds before a mail that met a busy database is tried again. */
const patience = [2_000, 10_000]

/**
 * Replaces Payload's endpoint. It answers before it looks whether there is such an account, so neither the answer nor
 * its time tells. The limits count the email that was sent, whether somebody has it or not.
 */
export const forgotPasswordEndpoint: Endpoint = {
  path: '/forgot-password',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const email = emailOf(req)
    const { attempts } = await guessAbout(req, { what: 'forgot', email })
    const wait = await takeAttempts(req.payload, attempts)
    if (wait > 0) return tooManyAttempts(req, wait)
    if (email) void sendResetLink(req, email)
    const headers = headersWithCors({ headers: new Headers({ 'Cache-Control': 'no-store' }), req })
    return Response.json({ message: req.t('general:success') }, { headers })
  },
}

/** Sends the link. Never rejects, because the answer has gone out; what went wrong is in the log. */
async function sendResetLink({ headers, i18n, payload, t }: PayloadRequest, email: string): Promise<void> {
  for (const pause of [0, ...patience]) {
    await new Promise((resolve) => setTimeout(resolve, pause))
    try {
      // A request of its own: the answered one may end its transaction at any time.
      await payload.forgotPassword({
        collection: 'users',
        data: { email },
        req: { headers, i18n, payload, t },
      })
      return
    } catch (err) {
      payload.logger.error({ err, msg: 'A link to set a new password was not sent' })
      if ((err as { status?: unknown }).status !== 503) return
    }
  }
}
