import type { Payload } from 'payload'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Migration, migrateUnderLock } from '@/database/migrate'
import { type ScratchDatabase, scratchDatabase } from '../../support/postgres/database'
import { adapterOf, committedTitles, createNote, executeIn, notesPayload, notesTemplate } from './notes'

let database: ScratchDatabase
let payloads: Payload[]

beforeEach(async () => {
  database = await scratchDatabase({ ...notesTemplate, name: 'migrations', prepare: prepareMigrations })
  payloads = [await notesPayload({ url: database.url }), await notesPayload({ url: database.url })]
})

afterEach(async () => {
  await Promise.all(payloads.map((payload) => payload.destroy()))
  await database.drop()
})

/** Makes the tables of notes as migrations would leave them, without the mark of a push. */
async function prepareMigrations(url: string): Promise<void> {
  await notesTemplate.prepare(url)
  await query(url, 'delete from payload_migrations')
}

async function query(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(sql)
  await client.end()
}

/** Returns a migration that writes a note, slowly enough for another instance to start meanwhile. */
function writing(title: string): Migration {
  return {
    name: title,
    up: async ({ payload, req }) => {
      await executeIn(adapterOf(payload), await req.transactionID, 'select pg_sleep(0.2)')
      await createNote(payload, title, req)
    },
  }
}

const failing: Migration = {
  name: 'failing',
  up: async ({ payload, req }) => {
    await createNote(payload, 'half', req)
    throw new Error('no such column')
  },
}

test('two instances that start at once run each migration once', async () => {
  const migrations = [writing('first'), writing('second')]
  const applied = await Promise.all(payloads.map((payload) => migrateUnderLock(payload, { migrations })))
  expect(applied.flat().sort()).toEqual(['first', 'second'])
  expect(await committedTitles(database.url)).toEqual(['first', 'second'])
})

test('the instance that waits says so, and every step of a migration is told', async () => {
  const steps: string[] = []
  const onProgress = (step: string) => void steps.push(step)
  const migrations = [writing('first')]
  await Promise.all(payloads.map((payload) => migrateUnderLock(payload, { migrations, onProgress })))
  expect(steps.sort()).toEqual([
    'Migrating the database: first (1 of 1)',
    'Waiting for another instance, which is migrating the database',
  ])
})

test('a migration that fails is rolled back, the ones before it stay, and the error names it', async () => {
  const [payload] = payloads as [Payload]
  const migrations = [writing('first'), failing, writing('never')]
  await expect(migrateUnderLock(payload, { migrations })).rejects.toThrow(
    'Migration failing failed and was rolled back: no such column',
  )
  expect(await committedTitles(database.url)).toEqual(['first'])
  expect(await migrateUnderLock(payload, { migrations: [writing('first'), writing('last')] })).toEqual([
    'last',
  ])
})

test('a database whose tables were pushed is refused instead of asking a question', async () => {
  await query(
    database.url,
    `insert into payload_migrations (id, name, batch) values (gen_random_uuid(), 'dev', -1)`,
  )
  const [payload] = payloads as [Payload]
  await expect(migrateUnderLock(payload, { migrations: [writing('first')] })).rejects.toThrow('push: true')
  expect(await committedTitles(database.url)).toEqual([])
})
