import { notFound, permanentRedirect } from 'next/navigation'
import { movedAddress } from '@/content/articles/moved-address'

type Args = { params: Promise<{ locale: string; rest: string[] }> }

export const dynamic = 'force-dynamic'

/** Answers every address that no other page answers: it redirects, or says "not found" in the reader's language. */
export default async function Page({ params }: Args) {
  const { locale, rest } = await params
  const moved = await movedAddress(`/${[locale, ...rest].join('/')}`)
  if (moved) permanentRedirect(moved)
  notFound()
}
