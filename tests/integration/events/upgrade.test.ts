import { beforeAll, expect, test } from 'vitest'
import { query, sql } from '@/database/query'
import { consume } from '@/events/consume'
import type { RecordedEvent } from '@/events/event'
import { positionBefore } from '@/events/read-events'
import { withPayload } from '../../support/postgres/payload'
import { withWriters } from './events'

const name = '20261129_000020_keep_events'
const terbit = withPayload({ before: name })
const { written } = withWriters(terbit)
const document = '00000000-0000-4000-8000-000000000000'

/** An outbox as the version before left it: the first two rows drained, the others not. */
beforeAll(async () => {
  await query(
    terbit.payload,
    sql`insert into outbox (id, written_at, collection, document, event, tags, drained_at)
        values
          (3, now() - interval '5 hours', 'articles', ${document}, 'publish:id', '["articles:id"]', now()),
          (5, now() - interval '4 hours', 'tags', ${document}, 'create', '["everything"]', now()),
          (6, now() - interval '3 hours', 'articles', ${document}, 'unpublish:en', '["articles:en"]', null),
          (7, now() - interval '2 hours', 'projects', ${document}, 'delete', '["projects:id"]', null),
          (9, now() - interval '10 minutes', 'site', null, 'update', '["everything"]', null),
          (10, now() - interval '9 minutes', 'redirects', null, 'import', '["article:id:x"]', null)`,
  )
  const { migrateUnderLock } = await import('@/database/migrate')
  const { migrations } = await import('../../../migrations')
  await migrateUnderLock(terbit.payload, { migrations })
})

const tagsOf = (events: readonly RecordedEvent[]) => events.flatMap(({ details }) => details.tags)

test('what the outbox held is there as events, in its order', async () => {
  const rows = await query(
    terbit.payload,
    sql`select position::int, collection, document, locale, what, details from events order by position limit 6`,
  )
  expect(rows).toEqual([
    {
      position: 1,
      collection: 'articles',
      document,
      locale: 'id',
      what: 'published',
      details: { tags: ['articles:id'] },
    },
    {
      position: 2,
      collection: 'tags',
      document,
      locale: null,
      what: 'created',
      details: { tags: ['everything'] },
    },
    {
      position: 3,
      collection: 'articles',
      document,
      locale: 'en',
      what: 'unpublished',
      details: { tags: ['articles:en'] },
    },
    {
      position: 4,
      collection: 'projects',
      document,
      locale: null,
      what: 'deleted',
      details: { tags: ['projects:id'] },
    },
    {
      position: 5,
      collection: 'site',
      document: null,
      locale: null,
      what: 'updated',
      details: { tags: ['everything'] },
    },
    {
      position: 6,
      collection: 'redirects',
      document: null,
      locale: null,
      what: 'created',
      details: { tags: ['article:id:x'] },
    },
  ])
})

test('a server that starts reads what was written shortly before the upgrade', async () => {
  expect(await positionBefore((statement) => query(terbit.payload, statement), { minutes: 60 })).toBe('4')
})

test('counting words goes on at the first row that was not drained, and takes new events too', async () => {
  await written('after the upgrade')
  const given: RecordedEvent[] = []
  const handle = async (events: readonly RecordedEvent[]) => void given.push(...events)
  await consume(terbit.payload, { name: 'search-words', handle })
  expect(tagsOf(given)).toEqual(['articles:en', 'projects:id', 'everything', 'article:id:x'])
  expect(given.map(({ position }) => position)).toEqual(['3', '4', '5', '6', '7'])
})
