import { randomBytes } from 'node:crypto'
import type { BasePayload, PayloadRequest } from 'payload'
import { query, queryInTransaction, sql } from '@/database/query'
import { sha256Of } from '@/sha256'

export const setupCookie = 'terbit-setup'

const validHours = 24

/** Makes a new one-time token for the first user. Earlier tokens stop working. */
export async function issueSetupToken(payload: Pick<BasePayload, 'db'>): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  await query(payload, sql`delete from setup_tokens`)
  await query(payload, sql`insert into setup_tokens (hash) values (${sha256Of(token)})`)
  return token
}

export async function isSetupToken(payload: Pick<BasePayload, 'db'>, token: string): Promise<boolean> {
  const rows = await query(payload, sql`select 1 from setup_tokens where ${isValid(token)}`)
  return rows.length > 0
}

/** Uses the token up, for good if the transaction commits. A second use waits for that, and then finds no token. */
export async function redeemSetupToken(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  token: string,
): Promise<boolean> {
  const rows = await queryInTransaction(
    req,
    sql`delete from setup_tokens where ${isValid(token)} returning 1`,
  )
  return rows.length > 0
}

const isValid = (token: string) =>
  sql`hash = ${sha256Of(token)} and issued_at > now() - make_interval(hours => ${validHours})`
