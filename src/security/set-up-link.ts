import type { BasePayload } from 'payload'
import { sentence } from '@/i18n/admin-words'
import { fallbackForVisitors, type Locale, languageOf, locales } from '@/i18n/locales'
import { isSetupToken, setupCookie } from './setup-token'
import { giveBackAttempts, takeAttempts } from './sign-in/attempts'

/** The form that makes the first user. */
const form = '/admin/create-first-user'

/** How long the browser may take to fill in the form. */
const cookieSeconds = 3600

/** Returns the link that the server prints while there is no user. */
export const setUpLink = (siteUrl: string, token: string): string =>
  `${siteUrl}/setup?token=${encodeURIComponent(token)}`

/**
 * Answers the one-time link: gives the token to the browser and redirects to the form for the first user. The link can
 * be opened again, because link previews and impatient clicks open it too; only the form uses the token up. An invalid
 * link answers 403 and says, in every language, where a valid one comes from.
 */
export async function followSetUpLink({
  network = 'unknown',
  payload,
  siteUrl,
  url,
}: {
  /** The address of the client: it may try only so many links. */
  network?: string
  payload: Pick<BasePayload, 'db'>
  siteUrl: string
  url: string
}): Promise<Response> {
  const attempts = [{ budget: 'set-up by address' as const, of: network }]
  const wait = await takeAttempts(payload, attempts)
  const token = new URL(url).searchParams.get('token') ?? ''
  const headers = new Headers({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
  headers.set('Content-Type', 'text/html; charset=utf-8')
  if (wait > 0) {
    headers.set('Retry-After', String(wait))
    const count = Math.ceil(wait / 60)
    return new Response(
      notice((locale) => sentence(locale, (w) => w.errors.tooManyAttempts, { count })),
      { status: 429, headers },
    )
  }
  if (!(await isSetupToken(payload, token)))
    return new Response(
      notice((locale) => sentence(locale, (w) => w.errors.setupLink)),
      { status: 403, headers },
    )
  await giveBackAttempts(payload, attempts)
  headers.delete('Content-Type')
  const secure = siteUrl.startsWith('https:') ? '; Secure' : ''
  headers.set(
    'Set-Cookie',
    `${setupCookie}=${token}; Path=/; Max-Age=${cookieSeconds}; HttpOnly; SameSite=Lax${secure}`,
  )
  headers.set('Location', `${siteUrl}${form}`)
  return new Response(null, { status: 303, headers })
}

function notice(words: (locale: Locale) => string): string {
  const paragraphs = locales.map((locale) => {
    const direction = languageOf[locale].direction === 'rtl' ? ' dir="rtl"' : ''
    return `<p lang="${locale}"${direction}>${words(locale)}</p>`
  })
  return [
    `<!doctype html><html lang="${fallbackForVisitors}"><meta charset="utf-8"><title>Terbit</title>`,
    '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">',
    ...paragraphs,
    '</html>',
  ].join('\n')
}
