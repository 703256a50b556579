import { randomUUID } from 'node:crypto'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { NodePgSession, NodePgTransaction } from '@payloadcms/db-postgres/drizzle/node-postgres'
import { PgDialect, type PgTransactionConfig } from '@payloadcms/db-postgres/drizzle/pg-core'
import { measure } from '@/metrics/measures'
import { slots } from './slots'
import { ended } from './when-ended'

/** The writes of a transaction are not saved, or it is unknown whether they are. */
class TransactionError extends Error {
  override name = 'TransactionError'
}

/**
 * Replaces an adapter's transactions by ones that never report success for data that was not saved.
 *
 * Payload's own transactions have three faults. They swallow a failed COMMIT (payload PR#17726). They take the COMMIT
 * of an aborted transaction, which Postgres answers with ROLLBACK, for a success. And when a nested operation rolls the
 * transaction back and a hook swallows its error, the outer operation carries on outside any transaction.
 */
export function useStrictTransactions(adapter: PostgresAdapter): void {
  const open = new Map<string, (statement: 'commit' | 'rollback') => Promise<string>>()
  /** Transactions that were not committed, with the reason, oldest first. */
  const lost = new Map<string, TransactionError>()
  const free = slots({ max: transactionsIn(adapter.poolOptions.max ?? 10), line: 100, patience: 8_000 })
  measure('transactions', free.now)

  adapter.beginTransaction = async (options?: PgTransactionConfig) => {
    await adapter.initializing
    const giveBack = await free.take()
    const id = randomUUID()
    const client = await adapter.pool.connect().catch((error: unknown) => {
      giveBack()
      throw error
    })
    const release = (broken?: boolean) => {
      client.release(broken)
      giveBack()
    }
    const guard = endable(client)
    const db = transactionOn(guard.client, adapter)
    try {
      await client.query('begin')
      if (options) await db.setTransaction(options)
    } catch (error) {
      release(true)
      throw error
    }
    // A broken connection is given back at once, because its operation may end it late or never (payload#17912).
    const onLost = (cause: Error) => {
      open.delete(id)
      guard.end()
      bury(
        id,
        new TransactionError('The connection of this transaction broke; nothing was saved.', { cause }),
      )
      release(true)
      void ended(adapter, id, 'rolled back')
    }
    client.once('error', onLost)
    open.set(id, async (statement) => {
      open.delete(id)
      delete adapter.sessions[id]
      client.off('error', onLost)
      guard.end()
      try {
        const { command } = await client.query(statement)
        release()
        return command
      } catch (error) {
        release(true)
        throw error
      }
    })
    adapter.sessions[id] = {
      // The adapter's types use this class from another copy of drizzle, which has protected members of its own.
      db: db as unknown as Transaction,
      resolve: () => commit(id),
      reject: () => rollback(id),
    }
    return id
  }

  async function commit(id: string): Promise<void> {
    const finish = open.get(id)
    if (!finish) throw lost.get(id) ?? rolledBack()
    let command: string
    try {
      command = await finish('commit')
    } catch (cause) {
      await ended(adapter, id, 'unknown')
      throw bury(
        id,
        new TransactionError(
          'Expected COMMIT to succeed, and it failed. Nothing is known to be saved; look, and try again.',
          { cause },
        ),
      )
    }
    await ended(adapter, id, command === 'COMMIT' ? 'committed' : 'rolled back')
    if (command === 'COMMIT') return
    throw bury(
      id,
      new TransactionError(
        'Expected COMMIT, and Postgres rolled back: a query in this transaction had failed, and its error was ' +
          'swallowed. Nothing was saved; the log of Postgres names the query.',
      ),
    )
  }

  async function rollback(id: string): Promise<void> {
    const finish = open.get(id)
    if (!finish) return
    const finished = finish('rollback')
    bury(id, rolledBack())
    await finished.finally(() => ended(adapter, id, 'rolled back'))
  }

  /** Payload falls back to no transaction when it does not find the id, so dead ones stay findable for a while. */
  function bury(id: string, reason: TransactionError): TransactionError {
    lost.set(id, reason)
    adapter.sessions[id] = {
      get db(): never {
        throw reason
      },
      resolve: () => Promise.reject(reason),
      reject: () => Promise.resolve(),
    }
    const [oldest] = lost.size > 1000 ? lost.keys() : []
    if (oldest) {
      lost.delete(oldest)
      delete adapter.sessions[oldest]
    }
    return reason
  }

  adapter.commitTransaction = async (id) => commit(String(await id))
  adapter.rollbackTransaction = async (id) => rollback(String(await id))
}

/**
 * Lets operations of Payload take part in a transaction that the caller began on a connection of its own, and that
 * only the caller ends.
 * @returns the id for `req.transactionID`, and a function that ends the taking part
 */
export function joinTransaction(
  adapter: PostgresAdapter,
  client: SessionClient,
): { id: string; leave: () => void } {
  const id = randomUUID()
  const refuse = () =>
    Promise.reject(
      new TransactionError('Expected the caller to end this transaction, which it began itself.'),
    )
  adapter.sessions[id] = {
    db: transactionOn(client, adapter) as unknown as Transaction,
    resolve: refuse,
    reject: refuse,
  }
  return { id, leave: () => void delete adapter.sessions[id] }
}

/**
 * How many transactions may be open at once in a pool of this size. Payload asks for further connections while one is open
 * (locked documents, the user, the reservation of a new password): were all lent to transactions, each would wait for
 * another for ever.
 */
const transactionsIn = (connections: number) => Math.max(1, Math.floor(connections / 2))

type SessionClient = ConstructorParameters<typeof NodePgSession>[0]
type PoolClient = Extract<SessionClient, { release: unknown }>
type Transaction = PostgresAdapter['sessions'][string]['db']

function rolledBack(): TransactionError {
  return new TransactionError(
    'Expected an open transaction, and this one was rolled back: an operation that shared it failed, and the error was ' +
      'swallowed. Let the error pass, or give that operation a request of its own.',
  )
}

/** Makes a client that refuses queries after `end`, when the pool may have lent the connection to somebody else. */
function endable(client: PoolClient) {
  let ended = false
  const query = (...args: Parameters<PoolClient['query']>) =>
    ended ? Promise.reject(rolledBack()) : client.query(...args)
  return {
    client: new Proxy(client, {
      get: (target, key) => (key === 'query' ? query : Reflect.get(target, key, target)),
    }),
    end: () => {
      ended = true
    },
  }
}

function transactionOn(client: SessionClient, adapter: PostgresAdapter) {
  const { schema, fullSchema, tableNamesMap } = adapter.drizzle._
  const relations = schema && { schema, fullSchema, tableNamesMap }
  const dialect = new PgDialect()
  const session = new NodePgSession(client, dialect, relations)
  return new NodePgTransaction(dialect, session, relations)
}
