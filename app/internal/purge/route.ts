import { revalidateTag } from 'next/cache'
import { after } from 'next/server'
import { cms } from '@/content/cms'
import { environment } from '@/env'
import { runConsumers } from '@/events/run-consumers'
import { purgedHeader } from '@/publishing/purge/purge-address'
import { purgePages } from '@/publishing/purge/purge-pages'
import { countWords } from '@/search/count-words'
import { derivedKey } from '@/security/secrets/derived-key'
import { sameSecret } from '@/security/secrets/same-secret'

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
  const purged = await purgePages(payload, (tag) => revalidateTag(tag, { expire: 0 }))
  // Next purges when this handler has returned. The other consumers run after that, so readers do not wait for them.
  after(() => runConsumers(payload, [countWords]))
  return new Response(null, { status: 204, headers: purged > 0 ? { [purgedHeader]: String(purged) } : {} })
}
