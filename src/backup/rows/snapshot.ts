import { isDeepStrictEqual } from 'node:util'
import type { Client } from 'pg'
import { inSchema, schemaTables, type Table } from './catalogue'
import { setTextFormat } from './text-format'

/**
 * Begins a transaction that sees the database as it is at this moment until it ends, and in which no table can be
 * altered. Others go on reading and writing rows.
 */
export async function beginSnapshot(client: Client): Promise<Table[]> {
  for (;;) {
    const found = await schemaTables(client)
    await client.query('begin isolation level repeatable read read only')
    await liftTimeLimits(client)
    // A LOCK does not take the snapshot yet (Postgres, LOCK, Notes): what is locked is what the snapshot then holds.
    if (found.length > 0)
      await client.query(
        `lock table ${found.map(({ name }) => inSchema(client, name)).join(', ')} in access share mode`,
      )
    await setTextFormat(client)
    const tables = await schemaTables(client)
    if (isDeepStrictEqual(tables, found)) return tables
    // A migration ended in between.
    await client.query('rollback')
  }
}

/** SET, unlike a SELECT, takes no snapshot. */
async function liftTimeLimits(client: Client): Promise<void> {
  await client.query('set local statement_timeout = 0')
  await client.query('set local idle_in_transaction_session_timeout = 0')
}
