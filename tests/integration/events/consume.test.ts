import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { query, sql } from '@/database/query'
import { type Consumer, consume } from '@/events/consume'
import type { RecordedEvent } from '@/events/event'
import { withPayload } from '../../support/postgres/payload'
import { markOf, withWriters } from './events'

const terbit = withPayload()
const { writing, written } = withWriters(terbit)
let count = 0

/** A new consumer that has begun, and the marks of the events that it was given. */
async function consuming(handle: Consumer['handle'] = async () => undefined, batch = 100) {
  const batches: (string | undefined)[][] = []
  count += 1
  const consumer: Consumer = {
    name: `consumer ${count}`,
    batch,
    handle: async (events, payload) => {
      batches.push(events.map(markOf))
      await handle(events, payload)
    },
  }
  await consume(terbit.payload, consumer)
  return { batches, run: () => consume(terbit.payload, consumer) }
}

test('a new consumer is given what is committed after it began, and nothing older', async () => {
  await written('older')
  const { batches, run } = await consuming()
  await written('newer')
  expect(await run()).toBe(1)
  expect(batches).toEqual([['newer']])
})

test('an event that was written first and committed last is given last, and not missed', async () => {
  const { batches, run } = await consuming()
  const first = await writing('first')
  const second = await writing('second')
  await second.commit()
  await run()
  await first.commit()
  await run()
  await run()
  expect(batches).toEqual([['second'], ['first']])
})

test('events are given in the order of their commits when they are read together', async () => {
  const { batches, run } = await consuming()
  const first = await writing('first')
  const second = await writing('second')
  const third = await writing('third')
  await third.commit()
  await first.commit()
  await second.commit()
  await run()
  expect(batches).toEqual([['third', 'first', 'second']])
})

test('an event whose transaction is rolled back is never given', async () => {
  const { batches, run } = await consuming()
  const never = await writing('never')
  await written('committed')
  await never.rollBack()
  await run()
  expect(batches).toEqual([['committed']])
})

test('many events that are written at once are each given once', async () => {
  const { batches, run } = await consuming(async () => undefined, 7)
  const marks = Array.from({ length: 40 }, (_, number) => String(number))
  const writers = Promise.all(marks.map((mark) => written(mark)))
  let done = false
  void writers.then(() => {
    done = true
  })
  while (!done) await run()
  await writers
  await run()
  expect(batches.flat().sort()).toEqual(marks.sort())
})

test('an event whose commit takes long is not overtaken by one that commits meanwhile', async () => {
  await slowCommits('slow')
  const { batches, run } = await consuming()
  const [slow, quick] = [await writing('slow'), await writing('quick')]
  const slowCommit = slow.commit()
  await untilCommitSleeps()
  let done = false
  const both = Promise.all([slowCommit, quick.commit()]).finally(() => {
    done = true
  })
  while (!done) await run()
  await both
  await run()
  expect(batches.flat()).toEqual(['slow', 'quick'])
})

test('a batch holds no more than the consumer asks for', async () => {
  const { batches, run } = await consuming(async () => undefined, 2)
  for (const mark of ['a', 'b', 'c']) await written(mark)
  expect(await run()).toBe(3)
  expect(batches).toEqual([['a', 'b'], ['c']])
})

test('a consumer that fails is given the same batch again', async () => {
  let failures = 1
  const { batches, run } = await consuming(async () => {
    failures -= 1
    if (failures >= 0) throw new Error('the other side does not answer')
  })
  await written('important')
  await expect(run()).rejects.toThrow('the other side does not answer')
  expect(await run()).toBe(1)
  expect(batches).toEqual([['important'], ['important']])
})

test('a consumer whose connection dies in the middle is given the same batch again', async () => {
  let deaths = 1
  const { batches, run } = await consuming(async (_events, payload) => {
    deaths -= 1
    if (deaths >= 0)
      await query(
        payload,
        sql`select pg_terminate_backend(pid, 5000) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and state = 'idle in transaction'`,
      )
  })
  await written('important')
  await expect(run()).rejects.toThrow()
  expect(await run()).toBe(1)
  expect(batches).toEqual([['important'], ['important']])
})

test('while one instance handles a batch, another does nothing, and nothing is handled twice', async () => {
  let begin = () => undefined as unknown
  let finish = () => undefined as unknown
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  const { batches, run } = await consuming(async () => {
    begin()
    await finished
  })
  await written('once')
  const first = run()
  await begun
  expect(await run()).toBe(0)
  finish()
  expect(await first).toBe(1)
  expect(batches).toEqual([['once']])
})

test('what is committed while a batch is handled is given in the same call', async () => {
  const { batches, run } = await consuming(async (events: readonly RecordedEvent[]) => {
    if (events.map(markOf).includes('first')) await written('meanwhile')
  })
  await written('first')
  expect(await run()).toBe(2)
  expect(batches).toEqual([['first'], ['meanwhile']])
})

test('two transactions with events wait for each other at their commits alone', async () => {
  const open = await writing('open')
  const quick = await writing('quick')
  expect(await Promise.race([quick.commit().then(() => 'committed'), wait(5000, 'waited')])).toBe('committed')
  await open.commit()
})

/** Makes the commit of an event with this mark take a second after it was given its position. */
const slowCommits = (mark: string) =>
  query(
    terbit.payload,
    sql`create function sleep() returns trigger language plpgsql as $$ begin perform pg_sleep(1); return null; end $$;
        create constraint trigger zz_sleep after insert on events deferrable initially deferred
          for each row when (new.details ->> 'mark' = ${sql.raw(`'${mark}'`)}) execute function sleep()`,
  )

async function untilCommitSleeps(): Promise<void> {
  for (;;) {
    const [sleeping] = await query(
      terbit.payload,
      sql`select 1 from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'`,
    )
    if (sleeping) return
  }
}
