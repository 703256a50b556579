import { EventEmitter, once } from 'node:events'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listen } from '@/database/listen'
import { type ScratchDatabase, scratchDatabase } from '../../support/postgres/database'

let database: ScratchDatabase
let client: Client
let events: EventEmitter
let listener: { close(): Promise<void> } | undefined

beforeEach(async () => {
  database = await scratchDatabase()
  client = new Client({ connectionString: database.url })
  await client.connect()
  events = new EventEmitter()
})

afterEach(async () => {
  await listener?.close()
  await client.end()
  await database.drop()
})

function start(onConnect: () => void | Promise<void> = () => void events.emit('connect')) {
  listener = listen({
    url: database.url,
    channel: 'Outbox "1"',
    onNotify: (payload) => void events.emit('notify', payload),
    onConnect,
    onLost: (error) => void events.emit('lost', error),
  })
}

const notify = (payload: string) => client.query('select pg_notify($1, $2)', ['Outbox "1"', payload])

const endTheOthers = () =>
  client.query(
    'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  )

test('a notification reaches the listener with its payload', async () => {
  start()
  await once(events, 'connect')
  const received = once(events, 'notify')
  await notify('article 1')
  expect(await received).toEqual(['article 1'])
})

test('a lost connection is made again, told, and notified as before', async () => {
  start()
  await once(events, 'connect')
  const lost = once(events, 'lost')
  const connected = once(events, 'connect')
  await endTheOthers()
  await lost
  await connected
  const received = once(events, 'notify')
  await notify('article 2')
  expect(await received).toEqual(['article 2'])
})

test('a catch-up that rejects is tried again', async () => {
  let attempts = 0
  const caughtUp = once(events, 'caught up')
  start(async () => {
    attempts += 1
    if (attempts === 1) throw new Error('the database is not ready yet')
    events.emit('caught up')
  })
  await caughtUp
  expect(attempts).toBe(2)
})

test('a closed listener leaves no connection behind', async () => {
  start()
  await once(events, 'connect')
  await listener?.close()
  await client.query('select pg_stat_clear_snapshot()')
  const { rows } = await client.query(
    `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and query like 'listen%'`,
  )
  expect(rows).toEqual([])
})

test('a listener that never reaches a server can be closed', async () => {
  const nowhere = listen({
    url: 'postgres://nobody@127.0.0.1:1/nothing',
    channel: 'outbox',
    onNotify: () => undefined,
    onConnect: () => undefined,
    onLost: (error) => void events.emit('lost', error),
  })
  await once(events, 'lost')
  await expect(nowhere.close()).resolves.toBeUndefined()
})
