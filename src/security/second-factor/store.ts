import type { BasePayload, PayloadRequest } from 'payload'
import { encodeQR } from 'qr'
import { query, queryInTransaction, type Run, sql } from '@/database/query'
import { sealed, unsealed } from '../secrets/sealed'
import { appAddress, hashOfRecoveryCode, newRecoveryCodes, newSecret, stepOf } from './codes'

const purpose = 'second factor'

/** Runs statements in the transaction of a request. */
export const within =
  (req: Pick<PayloadRequest, 'payload' | 'transactionID'>): Run =>
  (statement) =>
    queryInTransaction(req, statement)

/** Runs statements by themselves. */
export const alone =
  (payload: Pick<BasePayload, 'db'>): Run =>
  (statement) =>
    query(payload, statement)

/** The data with which somebody sets up an authenticator app. */
export type Enrolment = {
  /** In Base32, to be typed in. */
  secret: string
  /** The QR code, as an SVG. */
  picture: string
}

export async function hasSecondFactor(run: Run, userId: string): Promise<boolean> {
  const rows = await run(
    sql`select 1 from second_factors where user_id = ${userId} and confirmed_at is not null`,
  )
  return rows.length > 0
}

export async function recoveryCodesLeft(run: Run, userId: string): Promise<number> {
  const rows = await run<{ left: number }>(
    sql`select count(*)::int as left from recovery_codes where user_id = ${userId}`,
  )
  return rows[0]?.left ?? 0
}

/** Begins anew with a new secret, unless there is a second factor already: then returns undefined. */
export async function beginSecondFactor(
  run: Run,
  user: { id: string; email: string },
): Promise<Enrolment | undefined> {
  const secret = newSecret()
  const rows = await run(
    sql`insert into second_factors (user_id, secret) values (${user.id}, ${sealed(secret, purpose)})
        on conflict (user_id) do update set secret = excluded.secret
          where second_factors.confirmed_at is null returning 1`,
  )
  if (rows.length === 0) return undefined
  return { secret, picture: encodeQR(appAddress(secret, user.email), 'svg') }
}

/**
 * Makes the secret that was begun the user's second factor, if the code is of it.
 * @returns the recovery codes, which are shown once, or undefined when the code is wrong.
 */
export async function confirmSecondFactor(
  run: Run,
  { userId, code }: { userId: string; code: string },
): Promise<string[] | undefined> {
  const [row] = await run<{ secret: string }>(
    sql`select secret from second_factors where user_id = ${userId} and confirmed_at is null for update`,
  )
  const step = row && stepOf(unsealed(row.secret, purpose), code, Date.now())
  if (step === undefined) return undefined
  await run(
    sql`update second_factors set confirmed_at = now(), last_step = ${step} where user_id = ${userId}`,
  )
  const codes = newRecoveryCodes()
  for (const one of codes)
    await run(sql`insert into recovery_codes (user_id, hash) values (${userId}, ${hashOfRecoveryCode(one)})`)
  return codes
}

/** True when the code is of this moment and was not used before, or is one of the recovery codes, which it uses up. */
export async function passesSecondFactor(
  run: Run,
  { userId, code }: { userId: string; code: string },
): Promise<boolean> {
  const [row] = await run<{ secret: string }>(
    sql`select secret from second_factors where user_id = ${userId} and confirmed_at is not null`,
  )
  if (!row) return false
  const step = stepOf(unsealed(row.secret, purpose), code, Date.now())
  // Of two requests with one code the second waits here for the first, and then finds the step used.
  const used =
    step === undefined
      ? await run(
          sql`delete from recovery_codes where user_id = ${userId} and hash = ${hashOfRecoveryCode(code)} returning 1`,
        )
      : await run(
          sql`update second_factors set last_step = ${step}
              where user_id = ${userId} and last_step < ${step} returning 1`,
        )
  return used.length > 0
}

/** Takes the second factor off. @returns false when there was none */
export async function removeSecondFactor(run: Run, userId: string): Promise<boolean> {
  const rows = await run(sql`delete from second_factors where user_id = ${userId} returning 1`)
  return rows.length > 0
}
