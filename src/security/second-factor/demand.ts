import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeLoginHook,
  type GlobalBeforeChangeHook,
  type PayloadRequest,
} from 'payload'
import type { Role } from '@/access/roles'
import { queryInTransaction, type Run, sql } from '@/database/query'
import { sentence } from '@/i18n/admin-words'
import { type Attempt, takeAttempts } from '../sign-in/attempts'
import { confirmSecondFactor, hasSecondFactor, passesSecondFactor, within } from './store'

/** Why a sign-in with the right password is refused. Clients find it as `errors[0].data.reason`. */
export type Reason = 'second-factor' | 'second-factor-wrong' | 'second-factor-enrolment'

/** The second step of the sign-in under way. Passed in the context of the request, which no client can write. */
export type SecondStep = {
  code: string
  /** True when a new password is set by a link. No session comes of it where there is a second factor. */
  withoutCode?: boolean
  /** The count that a code is added to, after the password was right: a stranger uses nothing up. */
  guess?: Attempt
  /** Set when too many codes were tried: the seconds until the next one. */
  wait?: number
  /** Set when the second factor was set up with this sign-in. */
  recoveryCodes?: string[]
}

const secondStepIn = (req: Pick<PayloadRequest, 'context'>): SecondStep =>
  (req.context.secondStep as SecondStep | undefined) ?? { code: '' }

/** Lets nobody in who has a second factor, or needs one, without its code. Runs after the password was checked. */
export const demandSecondFactor: CollectionBeforeLoginHook = async ({ req, user }) => {
  const step = secondStepIn(req)
  if (step.withoutCode) return
  const { id, role } = user as unknown as { id: string; role: Role }
  const run = within(req)
  if (await hasSecondFactor(run, id)) {
    if (step.code === '') throw signInRefusal(req, 'second-factor')
    await countGuess(req, step)
    if (!(await passesSecondFactor(run, { userId: id, code: step.code })))
      throw signInRefusal(req, 'second-factor-wrong')
    return
  }
  if (!(await rolesInNeed(run)).includes(role)) return
  if (step.code === '') throw signInRefusal(req, 'second-factor-enrolment')
  await countGuess(req, step)
  const codes = await confirmSecondFactor(run, { userId: id, code: step.code })
  if (!codes) throw signInRefusal(req, 'second-factor-wrong')
  step.recoveryCodes = codes
}

async function countGuess(req: PayloadRequest, step: SecondStep): Promise<void> {
  step.wait = step.guess ? await takeAttempts(req.payload, [step.guess]) : 0
  if (step.wait > 0) throw signInRefusal(req, 'second-factor-wrong')
}

export function signInRefusal(req: PayloadRequest, reason: Reason): APIError<{ reason: Reason }> {
  const message = sentence(req.i18n?.language, (w) =>
    reason === 'second-factor-wrong' ? w.errors.wrongCode : w.errors.secondFactor,
  )
  return new APIError(message, 401, { reason }, true)
}

export function reasonOf(error: unknown): Reason | undefined {
  const { data } = (error ?? {}) as { data?: { reason?: Reason } }
  return data?.reason
}

/** Returns the roles that the site demands a second factor of. */
export async function rolesInNeed(run: Run): Promise<Role[]> {
  const rows = await run<{ value: Role }>(sql`select value::text from site_second_factor_roles`)
  return rows.map(({ value }) => value)
}

/** Signs out everybody who would now need a second factor and has none. An admin who demands one must have theirs. */
export const signOutWithoutSecondFactor: GlobalBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const roles = (data.secondFactorRoles ?? []) as Role[]
  const before = (originalDoc?.secondFactorRoles ?? []) as Role[]
  const added = roles.filter((role) => !before.includes(role))
  if (added.length === 0) return data
  const asking = req.user as { id: string; role: Role } | null
  if (asking && added.includes(asking.role) && !(await hasSecondFactor(within(req), asking.id)))
    throw new APIError(
      sentence(req.i18n?.language, (w) => w.errors.ownSecondFactorFirst),
      400,
      undefined,
      true,
    )
  await queryInTransaction(
    req,
    sql`delete from users_sessions where _parent_id in (
          select id from users where role::text in (${sql.join(
            added.map((role) => sql`${role}`),
            sql`, `,
          )}) and not exists (
            select 1 from second_factors where user_id = users.id and confirmed_at is not null))`,
  )
  return data
}

/** Signs a user out whose new role needs a second factor, if they have none. */
export const endSessionsWithoutSecondFactor: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  req,
}) => {
  const before = originalDoc as { id: string; role: Role } | undefined
  const role = data.role as Role | undefined
  if (!before || !role || role === before.role || !(await rolesInNeed(within(req))).includes(role))
    return data
  return (await hasSecondFactor(within(req), before.id)) ? data : { ...data, sessions: [] }
}
