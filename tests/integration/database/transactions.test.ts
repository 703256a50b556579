import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { type CollectionConfig, getPayload, handleEndpoints, type Payload } from 'payload'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type ScratchDatabase, scratchDatabase } from '../../support/postgres/database'
import {
  adapterOf,
  committedTitles,
  createNote,
  databaseOf,
  executeIn,
  notesConfig,
  notesPayload,
  notesTemplate,
  REFUSED,
  retitleNote,
} from './notes'

let database: ScratchDatabase
let payload: Payload

beforeEach(async () => {
  database = await scratchDatabase(notesTemplate)
})

afterEach(async () => {
  await payload?.destroy()
  await database.drop()
})

async function start(hooks?: CollectionConfig['hooks']): Promise<PostgresAdapter> {
  payload = await notesPayload({ url: database.url, hooks })
  return adapterOf(payload)
}

test('a save that is committed is there for every other connection', async () => {
  await start()
  await createNote(payload, 'kept')
  expect(await committedTitles(database.url)).toEqual(['kept'])
})

test('create rejects when its COMMIT fails', async () => {
  await start()
  await expect(createNote(payload, REFUSED)).rejects.toThrow('Expected COMMIT to succeed')
  expect(await committedTitles(database.url)).toEqual([])
})

test('update rejects when its COMMIT fails, and leaves the document as it was', async () => {
  await start()
  const { id } = await createNote(payload, 'before')
  await expect(retitleNote(payload, id, REFUSED)).rejects.toThrow('Expected COMMIT to succeed')
  expect(await committedTitles(database.url)).toEqual(['before'])
})

test('REST answers 500 to a save whose COMMIT fails', async () => {
  const config = await notesConfig({ url: database.url })
  const request = new Request('http://localhost/api/notes', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ title: REFUSED }),
  })
  const key = database.url
  const response = await handleEndpoints({ config, request, payloadInstanceCacheKey: key })
  payload = await getPayload({ config, key })
  expect(response.status).toBe(500)
})

test('create rejects when its connection is ended before the COMMIT', async () => {
  const adapter = await start({
    afterChange: [
      async ({ req }) => {
        const result = await executeIn(adapter, await req.transactionID, 'select pg_backend_pid() as pid')
        const other = new Client({ connectionString: database.url })
        await other.connect()
        await other.query('select pg_terminate_backend($1, 5000)', [result.rows[0]?.pid])
        await other.end()
      },
    ],
  })
  await expect(createNote(payload, 'lost')).rejects.toThrow()
  expect(await committedTitles(database.url)).toEqual([])
})

test('create rejects when a hook swallowed the error of a query in its transaction', async () => {
  const adapter = await start({
    afterChange: [
      async ({ req }) => {
        await executeIn(adapter, await req.transactionID, 'select 1 / 0').catch(() => undefined)
      },
    ],
  })
  await expect(createNote(payload, 'lost')).rejects.toThrow('Expected COMMIT, and Postgres rolled back')
  expect(await committedTitles(database.url)).toEqual([])
})

test('create rejects when a hook swallowed the error of a nested create that rolled it back', async () => {
  await start({
    afterChange: [
      async ({ req, doc }) => {
        if (doc.title === 'outer') await createNote(req.payload, '', req).catch(() => undefined)
      },
    ],
  })
  await expect(createNote(payload, 'outer')).rejects.toThrow('Expected an open transaction')
  expect(await committedTitles(database.url)).toEqual([])
})

test('a request that still names a rolled back transaction cannot write outside it', async () => {
  const adapter = await start()
  const transactionID = await adapter.beginTransaction()
  await adapter.rollbackTransaction(String(transactionID))
  const stale = { transactionID: String(transactionID) }
  await expect(createNote(payload, 'stray', stale)).rejects.toThrow('Expected an open transaction')
  expect(await committedTitles(database.url)).toEqual([])
})

test('a query that was still to come on a rolled back transaction is refused', async () => {
  const adapter = await start()
  const id = String(await adapter.beginTransaction())
  const db = databaseOf(adapter, id)
  await adapter.rollbackTransaction(id)
  await expect(
    adapter.execute({ drizzle: db, raw: `insert into notes (title) values ('stray')` }),
  ).rejects.toMatchObject({ cause: { name: 'TransactionError' } })
  expect(await committedTitles(database.url)).toEqual([])
})

test('a connection that breaks in a transaction which nobody ends is given back', async () => {
  const adapter = await start()
  const id = await adapter.beginTransaction()
  const [connection] = (await executeIn(adapter, id, 'select pg_backend_pid() as pid')).rows
  await adapter.pool.query('select pg_terminate_backend($1, 5000)', [connection?.pid])
  await vi.waitUntil(() => adapter.pool.totalCount === adapter.pool.idleCount)
  await expect(adapter.commitTransaction(String(id))).rejects.toThrow(
    'The connection of this transaction broke',
  )
})

test('every connection is given back, after success and after failure', async () => {
  const adapter = await start()
  for (let round = 0; round < 12; round++) {
    await createNote(payload, `kept ${round}`)
    await expect(createNote(payload, REFUSED)).rejects.toThrow()
    await expect(createNote(payload, '')).rejects.toThrow()
  }
  expect(adapter.pool.totalCount - adapter.pool.idleCount).toBe(0)
})

test('connecting to a database that does not exist says what was expected', async () => {
  const missing = new URL(database.url)
  missing.pathname = '/does_not_exist'
  await expect(notesPayload({ url: missing.href })).rejects.toThrow(
    /Expected a Postgres at DATABASE_URL.*does_not_exist/,
  )
})
