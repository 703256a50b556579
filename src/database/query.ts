import { sql } from '@payloadcms/db-postgres'
import type { BasePayload, PayloadRequest } from 'payload'

export { sql }

type Statement = ReturnType<typeof sql>
type Runner = { execute(statement: Statement): Promise<{ rows: unknown[] }> }
type Drizzle = { drizzle: Runner; sessions: Record<string, { db: Runner } | undefined> }

const drizzleOf = (payload: Pick<BasePayload, 'db'>) => payload.db as unknown as Drizzle

/** Runs one statement outside any transaction and answers its rows. */
export async function query<Row>(payload: Pick<BasePayload, 'db'>, statement: Statement): Promise<Row[]> {
  return (await drizzleOf(payload).drizzle.execute(statement)).rows as Row[]
}

/**
 * Runs one statement in the transaction of the request.
 * @throws Error where there is none: what has to be saved together must not be saved apart.
 */
export async function queryInTransaction<Row>(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  statement: Statement,
): Promise<Row[]> {
  const id = await req.transactionID
  const session = id ? drizzleOf(req.payload).sessions[id] : undefined
  if (!session) throw new Error('Expected a transaction, found none: leave out disableTransaction.')
  return (await session.db.execute(statement)).rows as Row[]
}
