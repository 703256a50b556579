import { sql } from '@payloadcms/db-postgres'
import type { BasePayload, PayloadRequest } from 'payload'

export { sql }

type Statement = ReturnType<typeof sql>
type Runner = { execute(statement: Statement): Promise<{ rows: unknown[] }> }
type Pooled = Runner & { transaction<T>(work: (runner: Runner) => Promise<T>): Promise<T> }
type Drizzle = { drizzle: Pooled; sessions: Record<string, { db: Runner } | undefined> }

const drizzleOf = (payload: Pick<BasePayload, 'db'>) => payload.db as unknown as Drizzle

/** Runs one statement outside any transaction and returns its rows. */
export async function query<Row>(payload: Pick<BasePayload, 'db'>, statement: Statement): Promise<Row[]> {
  return (await drizzleOf(payload).drizzle.execute(statement)).rows as Row[]
}

/** Runs a statement, inside or outside a transaction, and returns its rows. */
export type Run = <Row>(statement: Statement) => Promise<Row[]>

/** Runs statements in a transaction of their own. It is rolled back if `work` rejects. */
export const sqlTransaction = <T>(
  payload: Pick<BasePayload, 'db'>,
  work: (run: Run) => Promise<T>,
): Promise<T> =>
  drizzleOf(payload).drizzle.transaction((runner) =>
    work(async <Row>(statement: Statement) => (await runner.execute(statement)).rows as Row[]),
  )

/** The statement exceeded its time limit. */
export class TooSlowError extends Error {
  override readonly name = 'TooSlowError'
}

/**
 * Runs read-only statements that all see the same state of the database. Postgres ends each statement that takes too
 * long.
 * @throws TooSlowError
 */
export async function reading<T>(
  payload: Pick<BasePayload, 'db'>,
  { milliseconds }: { milliseconds: number },
  work: (run: Run) => Promise<T>,
): Promise<T> {
  try {
    return await sqlTransaction(payload, async (run) => {
      await run(sql`set transaction isolation level repeatable read, read only`)
      await run(sql`select set_config('statement_timeout', ${String(milliseconds)}, true)`)
      return work(run)
    })
  } catch (error) {
    if (isCancelled(error)) throw new TooSlowError(`No answer within ${milliseconds} ms.`, { cause: error })
    throw error
  }
}

/** True for query_canceled, also as a cause (https://www.postgresql.org/docs/18/errcodes-appendix.html). */
function isCancelled(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && error.code === '57014') || isCancelled(error.cause)
}

/**
 * Runs one statement in the transaction of the request.
 * @throws Error when there is no transaction, because the statement must be saved together with the rest.
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
