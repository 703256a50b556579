import { cookies } from 'next/headers'
import { negotiateLocale } from '@/i18n/negotiate-locale'
import { hrefFor } from '@/site/hrefs'
import { localeCookie } from '@/site/identity'

/** To the reader's language. Never kept as one language for everybody. */
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
