import { beforeEach, expect, test } from 'vitest'
import { query, sql } from '@/database/query'
import { consume } from '@/events/consume'
import { forgetOldEvents } from '@/events/forget-old-events'
import { withPayload } from '../../support/postgres/payload'
import { withWriters } from './events'

const terbit = withPayload()
const { written } = withWriters(terbit)

beforeEach(async () => {
  await query(terbit.payload, sql`truncate events, event_consumers`)
})

const marks = async () =>
  (
    await query<{ mark: string }>(
      terbit.payload,
      sql`select details ->> 'mark' as mark from events order by position`,
    )
  ).map(({ mark }) => mark)

const age = (mark: string, days: number) =>
  query(
    terbit.payload,
    sql`update events set written_at = now() - make_interval(days => ${days}) where details ->> 'mark' = ${mark}`,
  )

const consumers = async () =>
  (await query<{ name: string }>(terbit.payload, sql`select name from event_consumers order by name`)).map(
    ({ name }) => name,
  )

const consumer = (name: string) => ({ name, handle: async () => undefined })

test('events older than 90 days are deleted, and younger ones stay', async () => {
  for (const mark of ['old', 'almost', 'new']) await written(mark)
  await age('old', 91)
  await age('almost', 89)
  expect(await forgetOldEvents(terbit.payload)).toBe(1)
  expect(await marks()).toEqual(['almost', 'new'])
})

test('more old events than one statement deletes are deleted in one call', async () => {
  await query(
    terbit.payload,
    sql`insert into events (collection, what) select 'site', 'updated' from generate_series(1, 2500)`,
  )
  await query(terbit.payload, sql`update events set written_at = now() - interval '100 days'`)
  expect(await forgetOldEvents(terbit.payload)).toBe(2500)
})

test('a consumer that never came for an event of 90 days is forgotten with it, one that did stays', async () => {
  await consume(terbit.payload, consumer('dead'))
  await consume(terbit.payload, consumer('alive'))
  await written('old')
  await written('new')
  await age('old', 91)
  await consume(terbit.payload, consumer('alive'))
  await forgetOldEvents(terbit.payload)
  expect(await consumers()).toEqual(['alive'])
})

test('a consumer that was forgotten begins at now', async () => {
  await consume(terbit.payload, consumer('late'))
  await written('old')
  await written('missed')
  await age('old', 91)
  await forgetOldEvents(terbit.payload)
  expect(await consume(terbit.payload, consumer('late'))).toBe(0)
  await written('new')
  expect(await consume(terbit.payload, consumer('late'))).toBe(1)
})
