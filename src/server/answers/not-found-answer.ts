import type { IncomingMessage, ServerResponse } from 'node:http'
import { isLocale, type Locale } from '@/i18n/locales'
import { negotiateLocale } from '@/i18n/negotiate-locale'
import { localeCookie } from '@/site/identity'
import { isHtml } from './answer-type'
import { holdBack } from './hold-back'

/**
 * Next answers `notFound()` with an empty shell that scripts fill in (16.4, `errorShell` in app-render). Where it does,
 * this puts the page of the reader's language in its place, before anything is sent. Status and headers stay.
 * @param pageIn is told the last part of an article's address, which may be its address in another language.
 */
export function fillNotFound(
  request: IncomingMessage,
  response: ServerResponse,
  pageIn: (locale: Locale, article: string | undefined) => Promise<string>,
): void {
  if (!isForReaders(request)) return
  const isShell = () => response.statusCode === 404 && isHtml(response)
  holdBack(response, isShell, (_shell, give) => {
    pageIn(localeOf(request), articleIn(request.url)).then(
      (html) => {
        for (const name of ['content-encoding', 'transfer-encoding', 'etag']) response.removeHeader(name)
        response.setHeader('content-length', Buffer.byteLength(html))
        give(request.method === 'HEAD' ? undefined : html)
      },
      // The status is the answer that matters.
      () => give(),
    )
  })
}

/** Pages of the site that a browser asks for; not the admin panel, the REST interface, or Next's own requests. */
function isForReaders({ method, headers, url = '/' }: IncomingMessage): boolean {
  return (
    (method === 'GET' || method === 'HEAD') &&
    !headers.rsc &&
    !/^\/(api|admin|_next|internal)(\/|$)/.test(url)
  )
}

/** The last part of an article's address, percent-encoded as it is there: `/id/blog/caf%C3%A9` -> `caf%C3%A9`. */
const articleIn = (url = '/') => /^\/[^/?#]+\/blog\/([^/?#]+)(?:\?|$)/.exec(url)?.[1]

function localeOf({ headers, url = '/' }: IncomingMessage): Locale {
  const [, first] = url.split(/[/?]/)
  if (isLocale(first)) return first
  const cookie = headers.cookie?.split(/;\s*/).find((pair) => pair.startsWith(`${localeCookie}=`))
  return negotiateLocale({
    cookie: cookie?.slice(localeCookie.length + 1),
    acceptLanguage: headers['accept-language'],
  })
}
