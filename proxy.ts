import { type NextRequest, NextResponse } from 'next/server'
import { isLocale } from '@/i18n/locales'
import { negotiateLocale } from '@/i18n/negotiate-locale'
import { localeCookie } from '@/site/identity'

/**
 * Sends addresses without a language, and those that end in a slash or `.html`, to the page `moved`. That page
 * redirects them, or answers 404 in the reader's language. Pages themselves never pass through here.
 */
export function proxy(request: NextRequest) {
  const { pathname } = request.nextUrl
  const first = pathname.split('/')[1]
  const locale = isLocale(first)
    ? first
    : negotiateLocale({
        cookie: request.cookies.get(localeCookie)?.value,
        acceptLanguage: request.headers.get('accept-language'),
      })
  // Not `nextUrl.clone()`, which would keep the slash at the end and so pass through here again, forever.
  const url = new URL(`/${locale}/moved`, request.url)
  url.search = new URLSearchParams({ path: pathname }).toString()
  return NextResponse.rewrite(url)
}

/** Next reads this as a literal. A test holds the languages in it to the list. */
export const config = {
  matcher: [
    '/((?!(?:id|en|api|admin|_next|internal|health|metrics|icons|fonts|setup)(?:/|$)|sitemap\\.xml$|robots\\.txt$|llms\\.txt$|favicon\\.ico$).+)',
    '/(id|en)/',
    '/(id|en)/(.*)/',
    '/(id|en)/(.*)\\.html',
  ],
}
