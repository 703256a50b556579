/**
 * A process that uses the embedded Postgres of a data directory. It prints `{ url, owned }` or `{ error }` as JSON, and
 * leaves when its standard input ends. If it is given a uid, it drops root first.
 */

import { ensurePostgres } from '@/database/embedded/embedded'

const [dataDir = '', uid] = process.argv.slice(2)

if (uid) {
  process.setgroups?.([])
  process.setgid?.(Number(uid))
  process.setuid?.(Number(uid))
}

try {
  const { url, owned, stop } = await ensurePostgres({ dataDir })
  console.log(JSON.stringify({ url, owned }))
  process.stdin.resume()
  process.stdin.once('end', () => stop().then(() => process.exit(0)))
} catch (error) {
  console.log(JSON.stringify({ error: String(error) }))
}
