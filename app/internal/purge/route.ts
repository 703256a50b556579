import { revalidateTag } from 'next/cache'
import { cms } from '@/content/cms'
import { environment } from '@/env'
import { drainOutbox } from '@/publishing/drain'
import { learnWords } from '@/search/learn-words'
import { derivedKey } from '@/security/derived-key'
import { sameSecret } from '@/security/same-secret'

export const dynamic = 'force-dynamic'

/**
 * Purges what was published: asked by this server itself (instrumentation.ts), since Next purges its cache within
 * requests alone.
 */
export async function POST(request: Request) {
  const key = derivedKey(environment().secret ?? '', 'internal-purge')
  if (!sameSecret(request.headers.get('authorization') ?? '', `Bearer ${key}`))
    return new Response(null, { status: 404 })
  const drained = await drainOutbox(await cms(), (tag) => revalidateTag(tag, { expire: 0 }))
  await learnWords(await cms())
  return Response.json({ drained })
}
