import { revalidateTag } from 'next/cache'
import { after } from 'next/server'
import { cms } from '@/content/cms'
import { environment } from '@/env'
import { drainOutbox } from '@/publishing/outbox/drain'
import { purgedHeader } from '@/publishing/outbox/purge-address'
import { learnWords } from '@/search/learn-words'
import { derivedKey } from '@/security/derived-key'
import { sameSecret } from '@/security/same-secret'

export const dynamic = 'force-dynamic'

/**
 * Purges the pages of publications. The server calls it itself (instrumentation.ts), because Next purges its cache
 * only during a request.
 */
export async function POST(request: Request) {
  const key = derivedKey(environment().secret ?? '', 'internal-purge')
  if (!sameSecret(request.headers.get('authorization') ?? '', `Bearer ${key}`))
    return new Response(null, { status: 404 })
  const payload = await cms()
  const purged = await drainOutbox(payload, (tag) => revalidateTag(tag, { expire: 0 }))
  // Next purges when this handler has returned. Learning words runs after that, so readers do not wait for it.
  after(() => learnWords(payload))
  return new Response(null, { status: 204, headers: purged > 0 ? { [purgedHeader]: String(purged) } : {} })
}
