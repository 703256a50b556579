import { revalidateTag } from 'next/cache'
import { after } from 'next/server'
import { cms } from '@/content/cms'
import { environment } from '@/env'
import { runConsumers } from '@/events/run-consumers'
import { purgedHeader } from '@/publishing/outbox/purge-address'
import { purgePages } from '@/publishing/outbox/purge-pages'
import { countWords } from '@/search/count-words'
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
  const payload = await cms()
  const purged = await purgePages(payload, (tag) => revalidateTag(tag, { expire: 0 }))
  // Next purges when this has returned: readers do not wait for the other consumers.
  after(() => runConsumers(payload, [countWords]))
  return new Response(null, { status: 204, headers: purged > 0 ? { [purgedHeader]: String(purged) } : {} })
}
