import { notFound, permanentRedirect } from 'next/navigation'
import { movedAddress } from '@/content/articles/moved-address'

type Args = { params: Promise<{ locale: string; rest: string[] }> }

export const dynamic = 'force-dynamic'

/** What no other page answers has moved, or is not found in the reader's language. */
export default async function Page({ params }: Args) {
  const { locale, rest } = await params
  const moved = await movedAddress(`/${[locale, ...rest].join('/')}`)
  if (moved) permanentRedirect(moved)
  notFound()
}
