import { randomBytes } from 'node:crypto'
import { type BasePayload, type PayloadRequest, parseCookies } from 'payload'
import { query, sql } from '@/database/query'
import { environment } from '@/env'
import { sha256Of } from '@/sha256'

const validDays = 400

/** How many browsers of a user are remembered. Scripts that sign in without a cookie are new ones each time. */
const mostBrowsers = 50

/** `__Host-` keeps other hosts of the same domain from setting it, and browsers take it over TLS alone. */
const cookieName = () =>
  environment().siteUrl.startsWith('https:') ? '__Host-terbit-browser' : 'terbit-browser'

/** Returns the secret by which this browser is known, or undefined when it has none. */
export function browserOf(req: Pick<PayloadRequest, 'headers'>): string | undefined {
  const browser = parseCookies(req.headers).get(cookieName())
  return browser && /^[\w-]{43}$/.test(browser) ? browser : undefined
}

/** True when somebody has signed in to this account with this browser before. */
export async function isKnownBrowser(
  payload: Pick<BasePayload, 'db'>,
  { email, browser }: { email: string; browser: string | undefined },
): Promise<boolean> {
  const rows = await query(
    payload,
    sql`select 1 from known_browsers join users on users.id = known_browsers.user_id
        where users.email = ${email} and known_browsers.hash = ${sha256Of(browser ?? '')}
          and known_browsers.seen_at > now() - make_interval(days => ${validDays})`,
  )
  return rows.length > 0
}

export type Remembered = {
  /** The cookie for the answer. */
  cookie: string
  isNew: boolean
  /** The panel's language in the browser that was used last, for mails to the user. */
  language: string | undefined
}

/** Remembers that a user signed in with this browser. */
export async function rememberBrowser(
  req: Pick<PayloadRequest, 'headers' | 'payload' | 'i18n'>,
  userId: string,
): Promise<Remembered> {
  const browser = browserOf(req) ?? randomBytes(32).toString('base64url')
  const [earlier] = await query<{ language: string; known: boolean }>(
    req.payload,
    sql`select language, bool_or(hash = ${sha256Of(browser)}) over () as known from known_browsers
        where user_id = ${userId} order by seen_at desc limit 1`,
  )
  await query(
    req.payload,
    sql`insert into known_browsers (user_id, hash, language)
        values (${userId}, ${sha256Of(browser)}, ${req.i18n.language})
        on conflict (user_id, hash) do update set seen_at = now(), language = excluded.language`,
  )
  await query(
    req.payload,
    sql`delete from known_browsers where user_id = ${userId} and hash not in (
          select hash from known_browsers where user_id = ${userId}
            and seen_at > now() - make_interval(days => ${validDays})
          order by seen_at desc limit ${mostBrowsers})`,
  )
  const secure = environment().siteUrl.startsWith('https:') ? '; Secure' : ''
  const cookie = `${cookieName()}=${browser}; Path=/; Max-Age=${validDays * 86_400}; HttpOnly; SameSite=Lax${secure}`
  return { cookie, isNew: !earlier?.known, language: earlier?.language }
}

/** Makes every browser of a user unknown again, for example because somebody else may know the password. */
export async function forgetBrowsers(payload: Pick<BasePayload, 'db'>, userId: string): Promise<void> {
  await query(payload, sql`delete from known_browsers where user_id = ${userId}`)
}
