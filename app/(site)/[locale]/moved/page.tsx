import { notFound, permanentRedirect } from 'next/navigation'
import { movedAddress } from '@/content/articles/moved-address'
import { isLocale } from '@/i18n/locales'
import { normalizedPath } from '@/site/old-addresses'

type Args = { searchParams: Promise<{ path?: string | string[] }> }

export const dynamic = 'force-dynamic'

/** proxy.ts rewrites to this page every address that is outside the languages, or ends in a slash or in `.html`. */
export default async function Page({ searchParams }: Args) {
  const { path } = await searchParams
  if (typeof path !== 'string') notFound()
  const moved = await movedAddress(path)
  if (moved) permanentRedirect(moved)
  // A current address, written with a trailing slash or as a file.
  const normalized = normalizedPath(path)
  if (isLocale(path.split('/')[1]) && normalized !== path) permanentRedirect(encodeURI(normalized))
  notFound()
}
