import { cookies } from 'next/headers'
import { negotiateLocale } from '@/i18n/negotiate-locale'
import { hrefFor } from '@/site/hrefs'
import { localeCookie } from '@/site/identity'

/** Redirects to the reader's language. The response is never cached, because it differs from reader to reader. */
export async function GET(request: Request) {
  const locale = negotiateLocale({
    cookie: (await cookies()).get(localeCookie)?.value,
    acceptLanguage: request.headers.get('accept-language'),
  })
  return new Response(null, {
    status: 307,
    headers: {
      Location: hrefFor({ page: 'home', locale }),
      'Cache-Control': 'private, no-store',
      Vary: 'Accept-Language, Cookie',
    },
  })
}
