import type { BasePayload, CollectionAfterRefreshHook, PayloadRequest } from 'payload'
import { query, sql } from '@/database/query'
import { browserName } from '../sign-in/browser-name'
import { networkOfRequest } from '../sign-in/guesses'

/** Returns the session that a token of ours belongs to. The token was just made, so it is not checked again. */
export function sessionOf(token: string | undefined): string | undefined {
  const [, claims] = (token ?? '').split('.')
  if (!claims) return undefined
  return (JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as { sid?: string }).sid
}

/** Keeps what a user recognizes a session by: the browser, where it was used last, and when. */
export async function noteSession(
  req: Pick<PayloadRequest, 'headers' | 'payload'>,
  { session, userId }: { session: string | undefined; userId: string },
): Promise<void> {
  if (!session) return
  const browser = browserName(req.headers.get('User-Agent')) ?? null
  await query(
    req.payload,
    sql`insert into session_facts (session, user_id, browser, address)
        values (${session}, ${userId}, ${browser}, ${networkOfRequest(req)})
        on conflict (session) do update
          set browser = excluded.browser, address = excluded.address, seen_at = now()`,
  )
  await query(
    req.payload,
    sql`delete from session_facts where user_id = ${userId}
          and not exists (select 1 from users_sessions where users_sessions.id = session_facts.session)`,
  )
}

export const noteRefreshedSession: CollectionAfterRefreshHook = async ({ req }) => {
  const { id, _sid } = (req.user ?? {}) as { id?: string; _sid?: string }
  if (id) await noteSession(req, { session: _sid, userId: id })
}

/** Ends sessions of a user: one, or all but one, or all. @returns how many ended */
export async function endSessions(
  payload: Pick<BasePayload, 'db'>,
  { userId, only, but }: { userId: string; only?: string; but?: string | undefined },
): Promise<number> {
  const ended = await query(
    payload,
    sql`delete from users_sessions where _parent_id = ${userId}
          and (${only ?? null}::text is null or id = ${only ?? null}) and id is distinct from ${but ?? null}
        returning 1`,
  )
  return ended.length
}
