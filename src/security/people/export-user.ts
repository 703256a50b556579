import { type BasePayload, NotFound } from 'payload'
import { query, sql } from '@/database/query'

type Reading = Pick<BasePayload, 'db' | 'find' | 'findByID'>

/**
 * Returns everything that is kept about a user, as they may ask for it: their account, where they are signed in, their
 * settings, their byline, and which work they began or changed last. Secrets are left out.
 *
 * @throws NotFound
 */
export async function userExport(payload: Reading, userId: string): Promise<Record<string, unknown>> {
  const user = await payload.findByID({ collection: 'users', id: userId, depth: 0, disableErrors: true })
  if (!user) throw new NotFound()
  const { sessions: _, ...account } = user
  const byline = typeof user.author === 'object' ? user.author?.id : user.author
  return {
    account,
    sessions: await query(
      payload,
      sql`select s.created_at, s.expires_at, f.browser, f.address, f.seen_at
          from users_sessions s left join session_facts f on f.session = s.id where s._parent_id = ${userId}`,
    ),
    knownBrowsers: await query(
      payload,
      sql`select language, seen_at from known_browsers where user_id = ${userId}`,
    ),
    secondFactor: await query(
      payload,
      sql`select confirmed_at from second_factors where user_id = ${userId}`,
    ),
    settings: await query(
      payload,
      sql`select p.key, p.value, p.updated_at from payload_preferences p
          join payload_preferences_rels r on r.parent_id = p.id where r.users_id = ${userId}`,
    ),
    byline: byline
      ? await payload.findByID({
          collection: 'authors',
          id: byline,
          locale: 'all',
          depth: 0,
          disableErrors: true,
        })
      : null,
    articles: await query(
      payload,
      sql`select a.id, (a.created_by_id = ${userId}) is true as begun, (a.updated_by_id = ${userId}) is true as "changedLast",
                 json_object_agg(l._locale, l.title) as titles
          from articles a join articles_locales l on l._parent_id = a.id
          where a.created_by_id = ${userId} or a.updated_by_id = ${userId} group by a.id`,
    ),
    versions: await query(
      payload,
      sql`select parent_id as article, updated_at from _articles_v
          where version_created_by_id = ${userId} or version_updated_by_id = ${userId} order by updated_at`,
    ),
  }
}
