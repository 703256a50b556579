import type { Client } from 'pg'
import { locales } from '@/i18n/locales'

/**
 * True where the database holds the demonstration magazine as it was added, and nothing else that anybody would miss:
 * there is no user, nothing was imported, and nothing was written after the site's own entry, with which the adding ends.
 */
export async function isUntouchedDemonstration(client: Pick<Client, 'query'>): Promise<boolean> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'updated_at'`,
  )
  const dated = rows.map(({ name }) => name)
  if (!['site', '_site_v', 'users', 'sources'].every((name) => dated.includes(name))) return false
  const later = dated
    .filter((name) => !/^(payload_|_site_v$)/.test(name))
    .map((name) => `select updated_at from "${name}"`)
  const found = await client.query<{ untouched: boolean }>(
    `select not exists (select from users)
       and not exists (select from sources)
       and (select count(*) from _site_v) = $1
       and coalesce((select max(updated_at) from (${later.join(' union all ')}) as writes)
         <= (select updated_at from site), false) as untouched`,
    [locales.length],
  )
  return found.rows[0]?.untouched === true
}
