import type { IncomingMessage, ServerResponse } from 'node:http'
import { sentence } from '@/i18n/admin-words'
import { isLocale, type Locale } from '@/i18n/locales'
import { negotiateLocale } from '@/i18n/negotiate-locale'
import { clientAddressHeader } from '@/security/client-address'
import { type RateLimit, rateLimit } from '@/security/rate-limit'
import { networkOf } from '@/security/sign-in/network'

/** The requests that one network may make: so many at once, then so many a second. */
export type Limits = { rest: RateLimit; search: RateLimit }

/** An office of editors behind one address stays far below. Signing in has limits of its own, in src/security/sign-in. */
export const usualLimits = (): Limits => ({
  rest: rateLimit({ burst: 1000, perSecond: 50 }),
  search: rateLimit({ burst: 120, perSecond: 4 }),
})

/**
 * Answers 429 with Retry-After to a network that has asked the REST API or the search too often, and tells whether it did.
 * The body of such a request is not read. Cards have a limit where they are drawn, and files have none.
 */
export function refusedTooMany(
  { headers, method, url = '/' }: Pick<IncomingMessage, 'headers' | 'method' | 'url'>,
  response: Pick<ServerResponse, 'writeHead' | 'end'>,
  limits: Limits,
): boolean {
  const [path = '', query] = url.split('?')
  const kind = kindOf(path, query)
  if (!kind) return false
  const seconds = limits[kind].take(networkOf(String(headers[clientAddressHeader] ?? 'unknown')))
  if (seconds === 0) return false
  const locale = languageOf(path, headers['accept-language'])
  const message = sentence(locale, (w) => w.errors.tooManyRequests, { count: seconds })
  const body = kind === 'rest' ? JSON.stringify({ errors: [{ message }] }) : page(locale, message)
  response.writeHead(429, {
    'Retry-After': seconds,
    'Content-Type': kind === 'rest' ? 'application/json' : 'text/html; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(method === 'HEAD' ? undefined : body)
  return true
}

function kindOf(path: string, query: string | undefined): keyof Limits | undefined {
  // Next finds a route with a doubled or encoded slash too, or redirects to it.
  const [first = '', second = '', third = ''] = path.split('/').filter(Boolean)
  if (first === 'api') return second === 'og' || (second === 'media' && third === 'file') ? undefined : 'rest'
  return isLocale(first) && second === 'search' && query ? 'search' : undefined
}

function languageOf(path: string, acceptLanguage: string | undefined): Locale {
  const first = path.split('/').filter(Boolean)[0]
  return isLocale(first) ? first : negotiateLocale({ acceptLanguage: acceptLanguage ?? null })
}

const page = (locale: Locale, message: string) =>
  [
    `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>Terbit</title>`,
    '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">',
    `<p>${message}</p></html>`,
  ].join('\n')
