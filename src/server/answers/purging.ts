import { environment } from '@/env'
import { watchEvents } from '@/events/watch-events'
import { purgeAddress } from '@/publishing/purge/purge-address'
import { settlesAfter } from '@/publishing/purge/purge-pages'
import { derivedKey } from '@/security/secrets/derived-key'
import { reachable } from '../start/reachable'

/** Keeps this server's pages true to what is published, by asking its own internal address to purge them. */
export function startPurging(): void {
  const { databaseUrl, host, port, secret } = environment()
  if (!databaseUrl) return
  const authorization = `Bearer ${derivedKey(secret ?? '', 'internal-purge')}`
  const address = `http://${reachable(host)}:${port}${purgeAddress}`
  watchEvents({
    databaseUrl,
    settlesAfter,
    onEvents: async () => {
      const answer = await fetch(address, { method: 'POST', headers: { authorization } })
      if (!answer.ok) throw new Error(`Expected the server to purge its pages, it answered ${answer.status}.`)
    },
    // Not yet listening, or Postgres restarting: the next poll tries again.
    onFailure: (error) => console.warn('Waiting to purge published pages:', (error as Error).message),
  })
}
