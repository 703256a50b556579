import { expect, test } from 'vitest'
import { query, sql } from '@/database/query'
import { purgePages } from '@/publishing/purge/purge-pages'
import { withPayload } from '../../support/postgres/payload'

const terbit = withPayload()

const write = (...tags: string[]) =>
  query(
    terbit.payload,
    sql`insert into events (collection, what, details)
        values ('site', 'updated', jsonb_build_object('tags', ${JSON.stringify(tags)}::jsonb))`,
  )

async function purged(): Promise<string[]> {
  const tags: string[] = []
  await purgePages(terbit.payload, (tag) => void tags.push(tag))
  return tags
}

test('a process purges what was published around its start, and then each event once', async () => {
  await write('long-ago')
  await query(terbit.payload, sql`update events set written_at = now() - interval '2 hours'`)
  await write('around-the-start')
  expect(await purged()).toEqual(['around-the-start'])
  await write('one', 'two')
  await write('two', 'three')
  await write()
  expect(await purged()).toEqual(['one', 'two', 'three'])
  expect(await purged()).toEqual([])
})

test('more events than are read at once are purged in one go', async () => {
  await purged()
  await query(
    terbit.payload,
    sql`insert into events (collection, what, details)
        select 'site', 'updated', jsonb_build_object('tags', jsonb_build_array('page ' || number))
        from generate_series(1, 2001) number`,
  )
  expect(await purged()).toHaveLength(2001)
})
