import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from, to } from 'pg-copy-streams'
import { inSchema, type Table } from './catalogue'
import { type RowsDigest, rowsDigest } from './rows-digest'
import { wholeLines } from './whole-lines'

/** Rows are read, hashed and compressed in pieces of about this many bytes. */
const pieceSize = 4 * 1024 * 1024

const columnsOf = (client: Client, { columns }: Table) =>
  columns.map(({ name }) => client.escapeIdentifier(name)).join(', ')

/** Yields the rows of a table in the text format of COPY, in pieces that end with a row. */
export async function* rowsOf(client: Client, table: Table): AsyncGenerator<Buffer> {
  const statement = `copy ${inSchema(client, table.name)} (${columnsOf(client, table)}) to stdout`
  yield* wholeLines(client.query(to(statement, { highWaterMark: pieceSize })), pieceSize)
}

/** Reads all rows of a table for their number and their hash. */
export async function digestOf(client: Client, table: Table): Promise<ReturnType<RowsDigest['result']>> {
  const digest = rowsDigest()
  for await (const rows of rowsOf(client, table)) digest.add(rows)
  return digest.result()
}

/** Adds rows in the text format of COPY to a table. */
export async function insertRows(client: Client, table: Table, rows: AsyncIterable<Buffer>): Promise<void> {
  const statement = `copy ${inSchema(client, table.name)} (${columnsOf(client, table)}) from stdin`
  await pipeline(rows, client.query(from(statement)))
}
