import { randomBytes } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeader, ServerResponse } from 'node:http'
import { isLocale } from '@/i18n/locales'
import { isHtml } from '../answers/answer-type'
import { filePolicy, panelPolicy, readerPolicy } from './content-security-policy'
import { cookieForHost, cookiesFromHost } from './host-cookies'

type Options = { siteUrl: string; production: boolean }

/**
 * Gives every answer the headers by which browsers protect its reader, whoever makes the answer. Next puts the nonce on
 * its scripts that it finds in the request. An answer keeps a header that it has been given already.
 */
export function secureHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  { siteUrl, production }: Options,
): void {
  const isSecure = siteUrl.startsWith('https:')
  const pathname = (request.url ?? '/').split('?')[0] ?? '/'
  delete request.headers['content-security-policy']
  delete request.headers['content-security-policy-report-only']
  if (production && needsRuntime(pathname))
    request.headers['content-security-policy'] = `script-src 'nonce-${nonceOf(response)}'`
  if (isSecure && request.headers.cookie) request.headers.cookie = cookiesFromHost(request.headers.cookie)
  beforeHead(response, () => {
    if (isSecure) renameCookies(response)
    const policy = production ? policyOf(response, pathname) : undefined
    const headers = {
      ...everywhere,
      'Cross-Origin-Resource-Policy': isForOthers(pathname) ? 'cross-origin' : 'same-origin',
      ...(isSecure && { 'Strict-Transport-Security': 'max-age=31536000' }),
      ...(policy && { 'Content-Security-Policy': policy }),
    }
    for (const [name, value] of Object.entries(headers))
      if (!response.hasHeader(name)) response.setHeader(name, value)
  })
}

/** Returns the nonce of this answer's scripts. Who asks for it makes it part of the answer's policy. */
export function nonceOf(response: ServerResponse): string {
  const nonce = nonces.get(response) ?? randomBytes(16).toString('base64')
  nonces.set(response, nonce)
  return nonce
}

const nonces = new WeakMap<ServerResponse, string>()

/**
 * The features that no page of ours uses. All others stay as browsers have them, so that a video which a reader opened can
 * fill the screen.
 */
const refused = [
  'accelerometer',
  'browsing-topics',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

const everywhere = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Frame-Options': 'SAMEORIGIN',
  'Permissions-Policy': refused.map((feature) => `${feature}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
}

/**
 * Browsers give a kept page the headers of the 304 that confirms it. What has no type then, or a nonce that the kept page
 * does not have, leaves the policy as it is.
 */
function policyOf(response: ServerResponse, pathname: string): string | undefined {
  const nonce = nonces.get(response)
  if (response.statusCode === 304) return isHtml(response) && nonce === undefined ? readerPolicy() : undefined
  if (!isHtml(response)) return filePolicy
  return isPanel(pathname) ? panelPolicy(nonceOf(response)) : readerPolicy(nonce)
}

const isPanel = (pathname: string) => /^\/admin(?:\/|$)/.test(pathname)

/**
 * Whether Next may render a page here that keeps its runtime. Pages below a language are kept and shared, so they never
 * see a nonce, but for previews and the page `moved`, which are rendered for each request.
 */
function needsRuntime(pathname: string): boolean {
  const [root, first, second = ''] = pathname.split('/')
  // Not a path: a client may send a whole address, which could lead below a language.
  if (root !== '') return false
  return !isLocale(first) || ['preview', 'moved'].includes(second)
}

/** Pictures, cards and feeds are there for other sites. */
const isForOthers = (pathname: string) =>
  /^\/(?:api\/media\/file\/|api\/og$|icons\/)|\.(?:xml|json|md|txt|webmanifest)$/.test(pathname)

function renameCookies(response: ServerResponse): void {
  const cookies = [response.getHeader('set-cookie') ?? []].flat()
  if (cookies.length > 0)
    response.setHeader(
      'set-cookie',
      cookies.map((cookie) => cookieForHost(String(cookie))),
    )
}

/** Calls `prepare` when status and headers are known, right before they are sent. */
function beforeHead(response: ServerResponse, prepare: () => void): void {
  const writeHead = response.writeHead.bind(response)
  response.writeHead = (
    status: number,
    ...rest: (string | Record<string, OutgoingHttpHeader | undefined> | OutgoingHttpHeader[] | undefined)[]
  ) => {
    const [message] = rest.filter((one) => typeof one === 'string')
    for (const [name, value] of rest.flatMap(pairsOf))
      if (value !== undefined) response.setHeader(name, value)
    response.statusCode = status
    if (!response.headersSent) prepare()
    return message === undefined ? writeHead(status) : writeHead(status, message)
  }
}

/** The headers of a call of `writeHead`, which takes an object or a flat list of names and values. */
function pairsOf(
  given: string | Record<string, OutgoingHttpHeader | undefined> | OutgoingHttpHeader[] | undefined,
): [string, OutgoingHttpHeader | undefined][] {
  if (Array.isArray(given))
    return given.flatMap((name, index) =>
      index % 2 === 0
        ? [[String(name), given[index + 1]] satisfies [string, OutgoingHttpHeader | undefined]]
        : [],
    )
  return typeof given === 'object' ? Object.entries(given) : []
}
