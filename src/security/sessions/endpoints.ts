import { type Endpoint, Forbidden, NotFound, type PayloadRequest } from 'payload'
import { member } from '@/access/roles'
import { query, sql } from '@/database/query'
import { endSessions } from './session-facts'

/** A session as its owner, or an admin, sees it. */
export type ListedSession = {
  id: string
  browser: string | null
  /** The network that it was used from last. */
  address: string | null
  /** ISO 8601. */
  since: string
  seenAt: string | null
  current: boolean
}

const list: Endpoint = {
  path: '/:id/sessions',
  method: 'get',
  handler: async (req) => {
    const { userId, current } = asked(req)
    const rows = await query<Omit<ListedSession, 'current'>>(
      req.payload,
      sql`select s.id, f.browser, f.address,
                 to_json(s.created_at) #>> '{}' as since, to_json(f.seen_at) #>> '{}' as "seenAt"
          from users_sessions s left join session_facts f on f.session = s.id
          where s._parent_id = ${userId} and s.expires_at > now()
          order by coalesce(f.seen_at, s.created_at) desc`,
    )
    const sessions: ListedSession[] = rows.map((row) => ({ ...row, current: row.id === current }))
    return answer({ sessions })
  },
}

const endOne: Endpoint = {
  path: '/:id/sessions/:session',
  method: 'delete',
  handler: async (req) => {
    const { userId } = asked(req)
    const ended = await endSessions(req.payload, { userId, only: String(req.routeParams?.session) })
    if (ended === 0) throw new NotFound(req.t)
    return answer({ ended })
  },
}

const endOthers: Endpoint = {
  path: '/:id/sessions',
  method: 'delete',
  handler: async (req) => {
    const { userId, current } = asked(req)
    return answer({ ended: await endSessions(req.payload, { userId, but: current }) })
  },
}

/** Users list and end their own sessions, and admins those of everybody. */
export const sessionEndpoints = [list, endOne, endOthers]

function asked(req: PayloadRequest): { userId: string; current: string | undefined } {
  const user = member({ req }) as (ReturnType<typeof member> & { _sid?: string }) | undefined
  const userId = String(req.routeParams?.id)
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(userId)
  if (!user || !isUuid || (user.role !== 'admin' && user.id !== userId)) throw new Forbidden(req.t)
  return { userId, current: user._sid }
}

const answer = (body: object) => Response.json(body, { headers: { 'Cache-Control': 'no-store' } })
