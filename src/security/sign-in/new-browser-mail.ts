import type { PayloadRequest } from 'payload'
import { environment } from '@/env'
import { sentence } from '@/i18n/admin-words'
import { browserName } from './browser-name'
import { networkOfRequest } from './guesses'

/**
 * Tells a user by mail that a browser which they have not used before signed in. Never rejects: the sign-in has happened,
 * and must not wait for a mail server.
 */
export async function tellOfNewBrowser(
  req: PayloadRequest,
  { email, language = req.i18n.language }: { email: string; language: string | undefined },
): Promise<void> {
  const words = {
    browser:
      browserName(req.headers.get('User-Agent')) ?? sentence(language, (w) => w.sessions.unknownBrowser),
    address: networkOfRequest(req),
    time: `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
  }
  const text = sentence(language, (w) => w.mail.newBrowserText, words)
  const link = `${environment().siteUrl}/admin/account`
  try {
    const { defaultFromAddress, defaultFromName, sendEmail } = req.payload.email
    await sendEmail({
      from: `"${defaultFromName}" <${defaultFromAddress}>`,
      to: email,
      subject: sentence(language, (w) => w.mail.newBrowserSubject),
      html: `<p>${text}</p><p><a href="${link}">${link}</a></p>`,
    })
  } catch (err) {
    req.payload.logger.error({ err, msg: 'The mail about a sign-in with a new browser was not sent' })
  }
}
